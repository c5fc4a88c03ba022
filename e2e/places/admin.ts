import { randomUUID } from 'node:crypto';
import { withDatabase } from '../fixtures/database';
import { hardName } from '../fixtures/hard-names';
import { createStaffPerson } from '../fixtures/staff-session';
import { e2eStack } from '../setup/stack';
import type { FindPlaces } from './place';

export const adminPlaces: FindPlaces = async (_api, { id }) => {
  await insertRequest(id);
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
    { name: 'approvals, switched off', path: '/production/admin/approvals' },
    { name: 'switch approvals on', path: '/production/admin/approvals?dialog=switch-approvals' },
    { name: 'requests for approval', path: '/production/approvals' },
    { name: 'freeze', path: '/production/admin/freeze' },
    { name: 'freeze an environment', path: '/production/admin/freeze?dialog=freeze' },
    { name: 'system', path: '/production/admin/system' },
  ];
};

/** A refused request with the hardest of reasons; on no desk, where other tests look. */
async function insertRequest(organizationId: string): Promise<void> {
  await withDatabase(e2eStack().databaseUrl, (client) =>
    client.query(
      `INSERT INTO approval (id, environment, permission, scope_kind, organization_id, target_type, target_id, reason,
         comment, input_hash, requested_by_id, requested_by_email, expires_at, state, decided_by_email, decided_at)
       VALUES ($1, 'production', 'organization.delete', 'organization', $2, 'organization', $2, $3,
         $3, '', $1, $4, now(), 'refused', $4, now())`,
      [randomUUID(), organizationId, hardName, `${'long.'.repeat(20)}@staff.example`],
    ),
  );
}
