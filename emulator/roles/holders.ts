import type { Store } from '../store';
import type { MembershipRow } from '../users/rows';
import { dependentsOf, findRole } from './find-role';
import type { RoleRow } from './rows';

/** The memberships that were given this role itself. */
export function holdersOf(store: Store, role: RoleRow): MembershipRow[] {
  return membershipsWith(store, new Set([role.id]), role.organizationId);
}

/** How many people have the role, directly or through a role that extends it. */
export function countUsers(store: Store, role: RoleRow, organizationId = role.organizationId): number {
  const rows = membershipsWith(store, withDependents(store, role), organizationId);
  return new Set(rows.map(({ userId }) => userId)).size;
}

function membershipsWith(store: Store, roleIds: Set<string>, organizationId?: string): MembershipRow[] {
  const rows = organizationId
    ? store.memberships.findBy('organizationId', organizationId)
    : store.memberships.all();
  return rows.filter((row) =>
    row.roles.some((name) => roleIds.has(findRole(store, name, row.organizationId)?.id ?? '')),
  );
}

function withDependents(store: Store, role: RoleRow): Set<string> {
  const found = new Set<string>();
  const pending = [role];
  for (let one = pending.shift(); one; one = pending.shift()) {
    if (found.has(one.id)) continue;
    found.add(one.id);
    pending.push(...dependentsOf(store, one));
  }
  return found;
}
