import { createStaffPerson } from '../fixtures/staff-session';
import { e2eStack } from '../setup/stack';
import type { FindPlaces } from './place';

export const adminPlaces: FindPlaces = async () => {
  const person = await createStaffPerson(e2eStack().databaseUrl, 'support');
  const path = `/production/admin/staff/${person.id}`;
  return [
    { name: 'staff', path: '/production/admin/staff' },
    { name: 'staff, searched', path: '/production/admin/staff?q=keydesk' },
    { name: 'add to the staff', path: '/production/admin/staff?dialog=add' },
    { name: 'somebody of the staff', path },
    { name: 'change role', path: `${path}?dialog=role` },
    { name: 'assign customers', path: `${path}?dialog=customers` },
    { name: 'deactivate', path: `${path}?dialog=deactivate` },
    { name: 'environments', path: '/production/admin/environments' },
    { name: 'activity cache', path: '/production/admin/activity-cache' },
    { name: 'activity push', path: '/production/admin/activity-push' },
    { name: 'add a push', path: '/production/admin/activity-push?dialog=create' },
    { name: 'freeze', path: '/production/admin/freeze' },
    { name: 'freeze an environment', path: '/production/admin/freeze?dialog=freeze' },
    { name: 'system', path: '/production/admin/system' },
  ];
};
