import 'server-only';
import { AppError } from '@/lib/errors';
import type { PermissionChoice } from '@/lib/role-row';
import type { rolesPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { defineQuery } from '@/lib/server/define-query';
import { readAccessUse } from '@/lib/server/read-access-use';
import { walkPermissions } from '@/lib/server/walk-permissions';
import {
  type PermissionList,
  type PermissionRow,
  permissionInput,
  permissionsInput,
  readPermissions,
} from './schema';

/**
 * The environment's permissions and Scalekit's own, by name, up to a bound: filters and counts need all of them, and the
 * API has neither. Open to people limited to some customers. Source: GET /permissions, by cursor, 100 at a time.
 */
export const listPermissions = defineQuery({
  permission: 'permission.read',
  input: permissionsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { scalekit }): Promise<PermissionList> => {
    const { permissions, complete } = await walkPermissions(scalekit, readPermissions);
    return { permissions: permissions.map(toPermissionRow), complete };
  },
});

/** One permission. Source: GET /permissions/{permission}. */
export const getPermission = defineQuery({
  permission: 'permission.read',
  input: permissionInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ name: permissionName }, { scalekit }): Promise<PermissionRow> => {
    const { permission } = await scalekit.roles.getPermission({ permissionName });
    if (!permission) throw new AppError('not_found', `There is no permission ${permissionName}.`);
    return toPermissionRow(permission);
  },
});

/** The permissions that a role of the environment may be given. Source: GET /permissions, by cursor. */
export const listPermissionChoices = defineQuery({
  permission: 'permission.read',
  input: permissionsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { scalekit }): Promise<PermissionChoice> => {
    const { permissions, complete } = await walkPermissions(scalekit, readPermissions);
    return {
      permissions: permissions.map(({ name, description }) => ({ name, description: description || null })),
      complete,
    };
  },
});

/** Who has a permission by a role of the environment, in any organization; see `readAccessUse` for the limits. */
export const getPermissionUse = defineQuery({
  permission: 'permission.read',
  input: permissionInput,
  scope: () => ({ kind: 'environment' }),
  load: ({ name }, { scalekit }) =>
    readAccessUse(scalekit, (graph) =>
      [...graph.values()].filter(({ permissions }) => permissions.includes(name)).map((role) => role.name),
    ),
});

function toPermissionRow(permission: rolesPb.Permission): PermissionRow {
  return {
    name: permission.name,
    description: permission.description || null,
    isScalekits: permission.isScalekitPermission,
    createdAt: toIso(permission.createTime),
    updatedAt: toIso(permission.updateTime),
  };
}
