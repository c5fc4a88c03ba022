'use server';
import { defineAction } from '@/lib/server/define-action';
import { besideName } from '@/lib/server/role-refusals';
import { createPermissionInput, permissionInput, updatePermissionInput } from './schema';

/** POST /permissions. No role has it yet. */
export const createPermission = defineAction({
  permission: 'permission.create',
  input: createPermissionInput,
  scope: () => ({ kind: 'environment' }),
  run: async (permission, { scalekit }) => {
    await scalekit.roles.createPermission({ permission }).catch((error: unknown) => {
      throw besideName(error, 'There is a permission of this name.');
    });
    return { name: permission.name };
  },
  audit: {
    target: ({ name }) => ({ type: 'permission', id: name }),
    details: ({ description }) => ({ description }),
  },
});

/** PUT /permissions/{name}: the description; the name stays. */
export const updatePermission = defineAction({
  permission: 'permission.update',
  input: updatePermissionInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ name, description }, { scalekit }) => {
    await scalekit.roles.updatePermission({ permissionName: name, permission: { name, description } });
    return null;
  },
  audit: {
    target: ({ name }) => ({ type: 'permission', id: name }),
    details: ({ description }) => ({ description }),
  },
});

/** DELETE /permissions/{name}. Scalekit may refuse one that roles have. */
export const deletePermission = defineAction({
  permission: 'permission.delete',
  input: permissionInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ name: permissionName }, { scalekit }) => {
    await scalekit.roles.deletePermission({ permissionName });
    return null;
  },
  audit: {
    target: ({ name }) => ({ type: 'permission', id: name }),
    details: () => ({}),
  },
});
