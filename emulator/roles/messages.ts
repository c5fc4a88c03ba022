import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { rolesPb } from '@/lib/scalekit/services';
import type { Store } from '../store';
import { effectiveRoles } from './find-role';
import type { RoleRow } from './rows';

type RoleInit = MessageInitShape<typeof rolesPb.RoleSchema>;
type RolePermissionInit = MessageInitShape<typeof rolesPb.RolePermissionSchema>;

/** A role as the API shows it. `include` is empty, `permissions` (direct) or `permissions:all` (inherited too). */
export function toRole(store: Store, row: RoleRow, include = ''): RoleInit {
  return {
    id: row.id,
    name: row.name,
    displayName: row.displayName,
    description: row.description,
    defaultCreator: row.defaultCreator,
    defaultMember: row.defaultMember,
    extends: row.extends,
    permissions: include ? rolePermissions(store, row, include) : [],
    dependentRolesCount: store.roles.all().filter((role) => role.extends === row.name).length,
    isOrgRole: row.organizationId !== undefined,
  };
}

function rolePermissions(store: Store, row: RoleRow, include: string): RolePermissionInit[] {
  const inherited = include === 'permissions:all';
  const sources = inherited ? effectiveRoles(store, [row.name], row.organizationId) : [row];
  const found = new Map<string, RolePermissionInit>();
  for (const source of sources) {
    for (const name of source.permissions) {
      const [permission] = store.permissions.findBy('name', name);
      if (!permission || found.has(name)) continue;
      found.set(name, {
        id: permission.id,
        name,
        description: permission.description,
        createTime: timestampFromMs(permission.createdAt),
        updateTime: timestampFromMs(permission.updatedAt),
        roleName: source.name,
      });
    }
  }
  return [...found.values()];
}
