import { effectivePermissions, roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';
import { displayNameOf } from './words';

/** What a base role brings, with the display name of the role that has each permission. */
export function inheritedFrom(roles: readonly RoleRow[], base: string | undefined): Map<string, string> {
  const found = effectivePermissions(roleGraph(roles), base ? [base] : []);
  return new Map([...found].map(([permission, role]) => [permission, displayNameOf(roles, role)]));
}
