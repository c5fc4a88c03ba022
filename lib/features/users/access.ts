import 'server-only';
import type { rolesPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { type UserAccess, userAccessInput } from './schema';

/**
 * What a member may do in one organization, and where each permission comes from: a role of their own, or a role
 * that one of theirs extends. Source: GET /organizations/{id}/users/{id}/roles and …/permissions, and the roles.
 */
export const getUserAccess = defineQuery({
  permission: 'user.read',
  input: userAccessInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ userId, organizationId }, { scalekit }): Promise<UserAccess> => {
    const [held, granted, known] = await Promise.all([
      scalekit.users.listUserRoles({ organizationId, userId }),
      scalekit.users.listUserPermissions({ organizationId, userId }),
      scalekit.roles.listOrganizationRoles({ orgId: organizationId, include: 'permissions' }),
    ]);
    const byName = new Map(known.roles.map((role) => [role.name, role]));
    const names = new Set(held.roles.map(({ name }) => name));
    const words = (name: string) => byName.get(name)?.displayName || name;
    const heirs = (base: string) =>
      [...names].filter((name) => byName.get(name)?.extends === base).map(words);
    return {
      roles: held.roles.map(({ name }) => ({
        name,
        displayName: words(name),
        source: heirs(name).length > 0 ? `Extended by ${heirs(name).join(', ')}` : 'Given',
      })),
      permissions: granted.permissions.map(({ name, description }) => ({
        name,
        description: description || null,
        sources: [...names].filter((role) => holds(byName.get(role), name)).map(words),
      })),
    };
  },
});

function holds(role: rolesPb.Role | undefined, permission: string): boolean {
  return role?.permissions.some(({ name }) => name === permission) ?? false;
}
