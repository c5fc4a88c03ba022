'use server';
import { defineAction } from '@/lib/server/define-action';
import { besideName, refuseEmptying } from '@/lib/server/role-refusals';
import {
  addPermissionsInput,
  createEnvironmentRoleInput,
  deleteEnvironmentRoleInput,
  environmentRoleInput,
  removePermissionInput,
  setDefaultsInput,
  updateEnvironmentRoleInput,
} from './schema';

/** POST /roles: a role that every organization has at once. Nobody is given it yet. */
export const createEnvironmentRole = defineAction({
  permission: 'role.create',
  input: createEnvironmentRoleInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ extends: base, description, ...role }, { scalekit }) => {
    await scalekit.roles
      .createRole({
        role: { ...role, extends: base || undefined, description: description || undefined },
      })
      .catch((error: unknown) => {
        throw besideName(error, 'This name is taken by another role.');
      });
    return { name: role.name };
  },
  audit: {
    target: ({ name }) => ({ type: 'role', id: name }),
    details: ({ displayName, extends: base, permissions }) => ({ displayName, extends: base, permissions }),
  },
});

/**
 * PUT /roles/{name}, which changes what is sent; a list of permissions replaces the whole list.
 * @throws AppError invalid for an empty list where the role has permissions: Scalekit would keep them and say it is done
 */
export const updateEnvironmentRole = defineAction({
  permission: 'role.update',
  input: updateEnvironmentRoleInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ name: roleName, ...changes }, { scalekit }) => {
    if (changes.permissions?.length === 0) {
      const { role } = await scalekit.roles.getRole({ roleName, include: 'permissions' });
      refuseEmptying(
        role,
        'An edit cannot take the last one away. Remove it in the matrix or on the role’s page, or delete the role.',
      );
    }
    await scalekit.roles.updateRole({
      roleName,
      role: {
        displayName: changes.displayName,
        description: changes.description || undefined,
        extends: changes.extends || undefined,
        permissions: changes.permissions ?? [],
      },
    });
    return null;
  },
  audit: {
    target: ({ name }) => ({ type: 'role', id: name }),
    details: ({ displayName, extends: base, permissions }) => ({ displayName, extends: base, permissions }),
  },
});

/** DELETE /roles/{name}/base (preview): what the base brought is gone. */
export const removeEnvironmentRoleBase = defineAction({
  permission: 'role.remove_base',
  input: environmentRoleInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ name: roleName }, { scalekit }) => {
    await scalekit.roles.deleteRoleBase({ roleName });
    return null;
  },
  audit: {
    target: ({ name }) => ({ type: 'role', id: name }),
    details: () => ({}),
  },
});

/** POST /roles/{name}/permissions: those that the role has already stay. */
export const addPermissions = defineAction({
  permission: 'role.add_permissions',
  input: addPermissionsInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ name: roleName, permissions: permissionNames }, { scalekit }) => {
    await scalekit.roles.addPermissionsToRole({ roleName, permissionNames });
    return null;
  },
  audit: {
    target: ({ name }) => ({ type: 'role', id: name }),
    details: ({ permissions }) => ({ permissions }),
  },
});

/** DELETE /roles/{name}/permissions/{permission}: the role's own; what a base brings stays. */
export const removePermission = defineAction({
  permission: 'role.remove_permission',
  input: removePermissionInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ name: roleName, permission: permissionName }, { scalekit }) => {
    await scalekit.roles.removePermissionFromRole({ roleName, permissionName });
    return null;
  },
  audit: {
    target: ({ name }) => ({ type: 'role', id: name }),
    details: ({ permission }) => ({ permission }),
  },
});

/** PATCH /roles:set_defaults: what new members and founders of organizations get when no role is said. */
export const setDefaultRoles = defineAction({
  permission: 'role.set_defaults',
  input: setDefaultsInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ creator, member }, { scalekit }) => {
    await scalekit.roles.updateDefaultRoles({ defaultCreatorRole: creator, defaultMemberRole: member });
    return null;
  },
  audit: {
    target: () => ({ type: 'role' }),
    details: ({ creator, member }) => ({ creator, member }),
  },
});

/** DELETE /roles/{name}. Who has it gets the successor; without one Scalekit refuses a role in use. */
export const deleteEnvironmentRole = defineAction({
  permission: 'role.delete',
  input: deleteEnvironmentRoleInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ name: roleName, successor }, { scalekit }) => {
    await scalekit.roles.deleteRole({ roleName, reassignRoleName: successor || undefined });
    return null;
  },
  audit: {
    target: ({ name }) => ({ type: 'role', id: name }),
    details: ({ successor }) => ({ successor }),
  },
});
