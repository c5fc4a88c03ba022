import 'server-only';
import { AppError } from '@/lib/errors';
import { countedRoles, type RoleCounts, type RolePermission } from '@/lib/role-row';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { defineQuery } from '@/lib/server/define-query';
import { readAccessUse } from '@/lib/server/read-access-use';
import { byOwnerAndName, toRoleRow } from '@/lib/server/role-rows';
import {
  type EnvironmentRole,
  type EnvironmentRoles,
  environmentRoleInput,
  environmentRolesInput,
  type OwnHeir,
} from './schema';

const include = 'permissions';

/**
 * All roles of the environment with their own permissions, in one call: the API does not page them. It may list roles of
 * organizations too, which stay out. Open to people limited to some customers: theirs have these roles as well.
 * Source: GET /roles?include=permissions.
 */
export const listEnvironmentRoles = defineQuery({
  permission: 'role.read',
  input: environmentRolesInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { scalekit }): Promise<EnvironmentRoles> => {
    const found = await readRoles(scalekit);
    return {
      roles: found.map(toRoleRow).sort(byOwnerAndName),
      descriptions: Object.fromEntries(
        found.flatMap(({ permissions }) => permissions.map(({ name, description }) => [name, description])),
      ),
    };
  },
});

/** One role, and what it brings in all. Source: GET /roles/{role}?include=permissions and …/permissions:all, at once. */
export const getEnvironmentRole = defineQuery({
  permission: 'role.read',
  input: environmentRoleInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ name: roleName }, { scalekit }): Promise<EnvironmentRole> => {
    const [{ role }, { permissions }] = await Promise.all([
      scalekit.roles.getRole({ roleName, include }),
      scalekit.roles.listEffectiveRolePermissions({ roleName }),
    ]);
    if (!role || role.isOrgRole) throw new AppError('not_found', `The environment has no role ${roleName}.`);
    return { role: toRoleRow(role), effective: permissions.map(toPermission) };
  },
});

/** What the role is given itself, as it is now. Source: GET /roles/{role}/permissions. */
export const listDirectPermissions = defineQuery({
  permission: 'role.read',
  input: environmentRoleInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ name: roleName }, { scalekit }): Promise<RolePermission[]> => {
    const { permissions } = await scalekit.roles.listRolePermissions({ roleName });
    return permissions.map(toPermission);
  },
});

/**
 * Roles that organizations made for themselves on top of this one, directly. Scalekit does not say whose they are, so
 * people limited to some customers do not see them. Source: GET /roles/{role}/dependents.
 */
export const listOwnHeirs = defineQuery({
  permission: 'role.read',
  input: environmentRoleInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ name: roleName }, { scalekit }): Promise<OwnHeir[]> => {
    const { roles } = await scalekit.roles.listDependentRoles({ roleName });
    return roles
      .filter(({ isOrgRole }) => isOrgRole)
      .map(({ name, displayName }) => ({ name, displayName: displayName || name }))
      .sort((one, other) => one.displayName.localeCompare(other.displayName, 'en'));
  },
});

/** How many users have a role, in all organizations together. Source: GET /roles/{role}/users:count. */
export const countEnvironmentRoleUsers = defineQuery({
  permission: 'role.read',
  input: environmentRoleInput,
  scope: () => ({ kind: 'environment' }),
  load: ({ name }, { scalekit }) => countUsers(scalekit, name),
});

/** The users of the first roles, a call each, all at once; only on demand, because the cost grows with the list. */
export const countUsersByEnvironmentRole = defineQuery({
  permission: 'role.read',
  input: environmentRolesInput,
  scope: () => ({ kind: 'environment' }),
  load: async (_input, { scalekit }): Promise<RoleCounts> => {
    const rows = (await readRoles(scalekit)).map(toRoleRow).sort(byOwnerAndName);
    const asked = rows.slice(0, countedRoles);
    const users = await Promise.allSettled(asked.map(({ name }) => countUsers(scalekit, name)));
    const counts = asked.map(({ name, displayName }, index) => {
      const answer = users[index];
      return { name, displayName, users: answer?.status === 'fulfilled' ? answer.value : null };
    });
    return { counts, left: rows.length - asked.length };
  },
});

/** Who has the role in any organization, themselves or by one that stands on it; see `readAccessUse` for the limits. */
export const getEnvironmentRoleUse = defineQuery({
  permission: 'role.read',
  input: environmentRoleInput,
  scope: () => ({ kind: 'environment' }),
  load: ({ name }, { scalekit }) => readAccessUse(scalekit, () => [name]),
});

async function readRoles(scalekit: ScalekitClient) {
  const { roles } = await scalekit.roles.listRoles({ include });
  return roles.filter(({ isOrgRole }) => !isOrgRole);
}

async function countUsers(scalekit: ScalekitClient, roleName: string): Promise<number> {
  const { count } = await scalekit.roles.getRoleUsersCount({ roleName });
  return Number(count);
}

function toPermission({ name, description }: { name: string; description: string }): RolePermission {
  return { name, description: description || null };
}
