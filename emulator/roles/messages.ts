import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { rolesPb } from '@/lib/scalekit/services';
import type { Store } from '../store';
import { dependentsOf, effectiveRoles } from './find-role';
import type { RoleRow } from './rows';

type RoleInit = MessageInitShape<typeof rolesPb.RoleSchema>;
type RolePermissionInit = MessageInitShape<typeof rolesPb.RolePermissionSchema>;
type View = {
  /** Empty, `permissions` (direct) or `permissions:all` (inherited too). */
  include?: string;
  /** Whose defaults the flags tell of; the environment's, when unset. */
  organizationId?: string;
};

/** A role as the API shows it. */
export function toRole(store: Store, row: RoleRow, { include = '', organizationId }: View = {}): RoleInit {
  const ownDefault = store.organizations.get(organizationId ?? '')?.defaultMemberRole;
  return {
    id: row.id,
    name: row.name,
    displayName: row.displayName,
    description: row.description,
    defaultCreator: row.defaultCreator,
    defaultMember: ownDefault === undefined ? row.defaultMember : row.name === ownDefault,
    extends: row.extends,
    permissions: include ? rolePermissions(store, row, include === 'permissions:all') : [],
    dependentRolesCount: dependentsOf(store, row).length,
    isOrgRole: row.organizationId !== undefined,
  };
}

/** What a role may do, each permission once and with the role that brings it. */
export function rolePermissions(store: Store, row: RoleRow, inherited: boolean): RolePermissionInit[] {
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
