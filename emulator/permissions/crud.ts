import { rolesPb, type services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { failedPrecondition, invalidArgument, invalidField, notFound } from '../errors';
import { emitEvent } from '../events/emit';
import { permissionData } from '../events/payloads';
import { paginate } from '../paging';
import type { PermissionRow } from '../roles/rows';
import type { Implementation } from '../service';
import { toPermission } from './messages';

type RoleOperations = Implementation<typeof services.roles>;

const { PermissionType } = rolesPb;

/** The permissions of the environment: its own, and those that it was born with and that nobody can change. */
export function permissionCrud(environment: Environment) {
  const { clock, newId, store } = environment;

  function requirePermission(name: string): PermissionRow {
    const [row] = store.permissions.findBy('name', name);
    if (!row) throw notFound(`permission ${name}`);
    return row;
  }

  function requireOwnPermission(name: string): PermissionRow {
    const row = requirePermission(name);
    if (row.predefined) throw failedPrecondition(`permission ${name} is predefined and cannot be changed`);
    return row;
  }

  function save(type: 'permission.created' | 'permission.updated', row: PermissionRow) {
    store.permissions.put(row);
    emitEvent(environment, { type, data: permissionData(row) });
    return { permission: toPermission(row) };
  }

  return {
    createPermission({ permission }) {
      if (!permission) throw invalidArgument('permission is required');
      const { name, description } = permission;
      if (store.permissions.findBy('name', name).length > 0) {
        throw invalidArgument(`duplicate key not allowed: permission ${name} already exists`);
      }
      const now = clock.now();
      return save('permission.created', {
        id: newId('perm'),
        createdAt: now,
        updatedAt: now,
        name,
        description,
      });
    },

    getPermission({ permissionName }) {
      return { permission: toPermission(requirePermission(permissionName)) };
    },

    updatePermission({ permissionName, permission }) {
      const row = requireOwnPermission(permissionName);
      if (!permission) throw invalidArgument('permission is required');
      if (permission.name !== row.name) {
        throw invalidField('permission.name', 'cannot be changed', 'permission.name.immutable');
      }
      const { description } = permission;
      return save('permission.updated', { ...row, description, updatedAt: clock.now() });
    },

    listPermissions({ type, pageSize = 0, pageToken = '' }) {
      const rows = store.permissions
        .all()
        .filter(
          (row) => type === PermissionType.ALL || (type === PermissionType.SCALEKIT) === !!row.predefined,
        );
      const { items, ...page } = paginate(rows, { pageSize, pageToken }, { fallback: 10, limit: 100 });
      return { ...page, permissions: items.map(toPermission) };
    },

    deletePermission({ permissionName }) {
      const row = requireOwnPermission(permissionName);
      const holders = store.roles.all().filter(({ permissions }) => permissions.includes(row.name));
      if (holders.length > 0) {
        const names = holders.map(({ name }) => name).join(', ');
        throw failedPrecondition(`permission cannot be deleted as it is assigned to roles: ${names}`);
      }
      store.permissions.delete(row.id);
      emitEvent(environment, { type: 'permission.deleted', data: permissionData(row) });
      return {};
    },
  } satisfies RoleOperations;
}
