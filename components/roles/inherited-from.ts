import type { OrganizationRoles } from '@/lib/features/roles/schema';
import { effectivePermissions } from '@/lib/role-graph';
import { displayNameOf, graphOf } from './words';

/** What a base role brings, with the display name of the role that has each permission. */
export function inheritedFrom(list: OrganizationRoles, base: string | undefined): Map<string, string> {
  const found = effectivePermissions(graphOf(list), base ? [base] : []);
  return new Map([...found].map(([permission, role]) => [permission, displayNameOf(list.roles, role)]));
}
