import 'server-only';
import type { RoleRow } from '@/lib/role-row';
import type { rolesPb } from '@/lib/scalekit/services';

/** Plain row of a role that was read with `include=permissions`: the vendor's message ends here. */
export function toRoleRow(role: rolesPb.Role): RoleRow {
  return {
    name: role.name,
    displayName: role.displayName || role.name,
    description: role.description || null,
    isOwn: role.isOrgRole,
    extends: role.extends || null,
    permissions: role.permissions.map(({ name }) => name).sort(),
    isDefaultMember: role.defaultMember,
    isDefaultCreator: role.defaultCreator,
  };
}

/** Own roles first, then by the name that people read. */
export function byOwnerAndName(one: RoleRow, other: RoleRow): number {
  if (one.isOwn !== other.isOwn) return one.isOwn ? -1 : 1;
  return one.displayName.localeCompare(other.displayName, 'en');
}
