import { addMemberWith, createPermission, createRole } from '../fixtures/roles-api';
import { type FindPlaces, of } from './place';

export const rolePlaces: FindPlaces = async (scalekit, { id }) => {
  const permissions = [await createPermission(scalekit, 'read'), await createPermission(scalekit, 'write')];
  await createRole(scalekit, id, 'clerk', { displayName: 'Clerk', extends: 'member', permissions });
  await createRole(scalekit, id, 'chief', { displayName: 'Chief', extends: 'clerk' });
  await addMemberWith(scalekit, id, ['clerk']);
  await addMemberWith(scalekit, id, ['chief']);
  const list = (dialog: string) => of(id, `/roles?dialog=${dialog}`);
  return [
    { name: 'roles', path: of(id, '/roles') },
    { name: 'role', path: of(id, '/roles/clerk') },
    { name: 'role of the environment', path: of(id, '/roles/member') },
    { name: 'create role', path: list('create') },
    { name: 'edit role', path: list('edit-role:clerk') },
    { name: 'remove base role', path: list('remove-base:clerk') },
    { name: 'change default role', path: list('default-role:clerk') },
    { name: 'delete role', path: list('delete-role:clerk') },
    { name: 'users of each role', path: list('count-users') },
  ];
};
