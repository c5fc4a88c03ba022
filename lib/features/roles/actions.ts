'use server';
import { defineAction } from '@/lib/server/define-action';
import { besideName, refuseEmptying } from '@/lib/server/role-refusals';
import { createRoleInput, deleteRoleInput, roleInput, updateRoleInput } from './schema';

/** POST /organizations/{id}/roles: a role of this organization alone. Nobody has it yet. */
export const createRole = defineAction({
  permission: 'organization_role.create',
  input: createRoleInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, extends: base, description, ...role }, { scalekit }) => {
    await scalekit.roles
      .createOrganizationRole({
        orgId: organizationId,
        role: { ...role, extends: base || undefined, description: description || undefined },
      })
      .catch((error: unknown) => {
        throw besideName(error, 'This name is taken, here or by a role of the environment.');
      });
    return { name: role.name };
  },
  audit: {
    target: ({ name }) => ({ type: 'role', id: name }),
    details: ({ displayName, extends: base, permissions }) => ({ displayName, extends: base, permissions }),
  },
});

/**
 * PUT /organizations/{id}/roles/{name}, which changes what is sent; a list of permissions replaces the whole list.
 * @throws AppError invalid for an empty list where the role has permissions: Scalekit would keep them and say it is done
 */
export const updateRole = defineAction({
  permission: 'organization_role.update',
  input: updateRoleInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId: orgId, name, ...changes }, { scalekit }) => {
    if (changes.permissions?.length === 0) {
      const read = { orgId, roleName: name, include: 'permissions' };
      const { role } = await scalekit.roles.getOrganizationRole(read);
      refuseEmptying(role, 'Scalekit cannot take the last one away. Leave one, or delete the role.');
    }
    await scalekit.roles.updateOrganizationRole({
      orgId,
      roleName: name,
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

/** DELETE /organizations/{id}/roles/{name}/base (preview): what the base brought is gone. */
export const removeRoleBase = defineAction({
  permission: 'organization_role.remove_base',
  input: roleInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, name }, { scalekit }) => {
    await scalekit.roles.deleteOrganizationRoleBase({ orgId: organizationId, roleName: name });
    return null;
  },
  audit: {
    target: ({ name }) => ({ type: 'role', id: name }),
    details: () => ({}),
  },
});

/** PATCH /organizations/{id}/roles:set_defaults: what new members get when no role is said. It cannot be unset. */
export const setDefaultRole = defineAction({
  permission: 'organization_role.set_default',
  input: roleInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, name }, { scalekit }) => {
    await scalekit.roles.updateDefaultOrganizationRoles({ orgId: organizationId, defaultMemberRole: name });
    return null;
  },
  audit: {
    target: ({ name }) => ({ type: 'role', id: name }),
    details: () => ({}),
  },
});

/** DELETE /organizations/{id}/roles/{name}. Who has it gets the successor; without one Scalekit refuses a role in use. */
export const deleteRole = defineAction({
  permission: 'organization_role.delete',
  input: deleteRoleInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, name, successor }, { scalekit }) => {
    await scalekit.roles.deleteOrganizationRole({
      orgId: organizationId,
      roleName: name,
      reassignRoleName: successor || undefined,
    });
    return null;
  },
  audit: {
    target: ({ name }) => ({ type: 'role', id: name }),
    details: ({ successor }) => ({ successor }),
  },
});
