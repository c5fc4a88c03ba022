import 'server-only';
import { countedRoles, type PermissionChoice, type RoleCounts, type RoleRow } from '@/lib/role-row';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { rolesPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { byOwnerAndName, toRoleRow } from '@/lib/server/role-rows';
import { walkPermissions } from '@/lib/server/walk-permissions';
import {
  type DefaultSource,
  type OrganizationRoles,
  offeredPermissions,
  organizationRolesInput,
  roleInput,
} from './schema';

const include = 'permissions';

/**
 * The roles that count in an organization, with their own permissions, and where its default comes from.
 * Source: GET /organizations/{id}/roles and GET /roles, at once; neither is paged.
 */
export const listOrganizationRoles = defineQuery({
  permission: 'organization_role.read',
  input: organizationRolesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId: orgId }, { scalekit }): Promise<OrganizationRoles> => {
    const [here, everywhere] = await Promise.allSettled([
      scalekit.roles.listOrganizationRoles({ orgId, include }),
      scalekit.roles.listRoles({}),
    ]);
    if (here.status === 'rejected') throw here.reason;
    const found = here.value.roles;
    const roles = found.map(toRoleRow).sort(byOwnerAndName);
    const environment = everywhere.status === 'fulfilled' ? everywhere.value.roles : null;
    return {
      roles,
      descriptions: Object.fromEntries(
        found.flatMap(({ permissions }) => permissions.map(({ name, description }) => [name, description])),
      ),
      memberDefaultSource: sourceOf(roles, environment),
    };
  },
});

/** Nothing says whether an organization chose its default: only one that differs was chosen for certain. */
function sourceOf(roles: RoleRow[], environment: rolesPb.Role[] | null): DefaultSource {
  const here = roles.find(({ isDefaultMember }) => isDefaultMember);
  if (!environment || !here) return 'unknown';
  // The environment's list may hold roles of organizations.
  const there = environment.find(({ defaultMember, isOrgRole }) => defaultMember && !isOrgRole);
  return there?.name === here.name && !here.isOwn ? 'environment' : 'organization';
}

/** How many users have a role here, as Scalekit counts them. Source: GET /organizations/{id}/roles/{role}/users:count (preview). */
export const countRoleUsers = defineQuery({
  permission: 'organization_role.read',
  input: roleInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, name }, { scalekit }) => countUsers(scalekit, organizationId, name),
});

/** The users of the first roles, a call each, all at once; only on demand, because the cost grows with the list. */
export const countUsersByRole = defineQuery({
  permission: 'organization_role.read',
  input: organizationRolesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { scalekit }): Promise<RoleCounts> => {
    const { roles } = await scalekit.roles.listOrganizationRoles({ orgId: organizationId, include });
    const rows = roles.map(toRoleRow).sort(byOwnerAndName);
    const asked = rows.slice(0, countedRoles);
    const users = await Promise.allSettled(
      asked.map(({ name }) => countUsers(scalekit, organizationId, name)),
    );
    const counts = asked.map(({ name, displayName }, index) => {
      const answer = users[index];
      return { name, displayName, users: answer?.status === 'fulfilled' ? answer.value : null };
    });
    return { counts, left: rows.length - asked.length };
  },
});

async function countUsers(scalekit: ScalekitClient, orgId: string, roleName: string): Promise<number> {
  const { count } = await scalekit.roles.getOrganizationRoleUsersCount({ orgId, roleName });
  return Number(count);
}

/** The permissions that a role may be given: the environment's and Scalekit's own. Source: GET /permissions, by cursor. */
export const listPermissionChoices = defineQuery({
  permission: 'organization_role.read',
  input: organizationRolesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (_input, { scalekit }): Promise<PermissionChoice> => {
    const { permissions, complete } = await walkPermissions(scalekit, offeredPermissions);
    return {
      permissions: permissions.map(({ name, description }) => ({ name, description: description || null })),
      complete,
    };
  },
});
