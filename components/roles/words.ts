import type { OrganizationRoles, RoleRow } from '@/lib/features/roles/schema';
import { formatList } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import { roleGraph } from '@/lib/role-graph';

/** The name that people read; the API's where the role is not known. */
export function displayNameOf(roles: readonly RoleRow[], name: string): string {
  return isolate(roles.find((role) => role.name === name)?.displayName ?? name);
}

/** The names that people read, as words of a sentence. */
export function displayNames(roles: readonly RoleRow[], names: readonly string[]): string {
  return formatList(names.map((name) => displayNameOf(roles, name)));
}

/** The graph that the changes of a dialog are computed on. */
export function graphOf(list: OrganizationRoles) {
  return roleGraph(list.roles);
}

export const memberDefaultWords: Record<OrganizationRoles['memberDefaultSource'], string> = {
  organization: 'chosen for this organization',
  environment: 'the environment’s default; whether this organization chose it as well, Scalekit does not say',
  unknown: 'where it comes from could not be read',
};
