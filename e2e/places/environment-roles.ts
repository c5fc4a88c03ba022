import { addMemberWith, createEnvironmentRole, createPermission } from '../fixtures/roles-api';
import { uniqueWord } from '../fixtures/scalekit-api';
import type { FindPlaces } from './place';

export const environmentRolePlaces: FindPlaces = async (scalekit, { id }) => {
  const word = uniqueWord();
  const [read, write] = [
    await createPermission(scalekit, `read_${word}`),
    await createPermission(scalekit, `write_${word}`),
  ];
  await createEnvironmentRole(scalekit, `base_${word}`, { displayName: `Base ${word}`, permissions: [read] });
  const heir = { displayName: `Heir ${word}`, extends: `base_${word}`, permissions: [write] };
  await createEnvironmentRole(scalekit, `heir_${word}`, heir);
  await addMemberWith(scalekit, id, [`heir_${word}`]);
  const roles = (dialog: string) => `/production/roles?dialog=${dialog}`;
  const role = (dialog: string) => `/production/roles/heir_${word}?dialog=${dialog}`;
  return [
    { name: 'role matrix', path: '/production/roles' },
    { name: 'list of roles', path: `/production/roles?view=list&permission=${word}` },
    { name: 'role of the environment', path: `/production/roles/heir_${word}` },
    { name: 'create role of the environment', path: roles('create') },
    { name: 'default roles', path: roles('defaults') },
    { name: 'users of the environment’s roles', path: roles('count-users') },
    { name: 'give permission', path: roles(`give:base_${word}:${write}`) },
    { name: 'take permission', path: roles(`take:base_${word}:${read}`) },
    { name: 'edit role of the environment', path: role(`edit-role:heir_${word}`) },
    { name: 'add permissions', path: role(`add-permissions:heir_${word}`) },
    { name: 'remove base of the environment’s role', path: role(`remove-base:heir_${word}`) },
    { name: 'delete role of the environment', path: role(`delete-role:heir_${word}`) },
    { name: 'people by organization', path: role(`count-people:heir_${word}`) },
    { name: 'permissions', path: `/production/permissions?q=${word}` },
    { name: 'permission', path: `/production/permissions/${read}` },
    { name: 'create permission', path: '/production/permissions?dialog=create' },
    {
      name: 'edit permission',
      path: `/production/permissions/${read}?dialog=edit-permission:${read}`,
    },
    {
      name: 'delete permission',
      path: `/production/permissions/${read}?dialog=delete-permission:${read}`,
    },
  ];
};
