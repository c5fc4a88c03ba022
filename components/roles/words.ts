import type { OrganizationRoles } from '@/lib/features/roles/schema';
import { formatList } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import { roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';

type Named = Pick<RoleRow, 'name' | 'displayName'>;

/** The name that people read; the API's where the role is not known. */
export function displayNameOf(roles: readonly Named[], name: string): string {
  return isolate(roles.find((role) => role.name === name)?.displayName ?? name);
}

/** The names that people read, as words of a sentence. */
export function displayNames(roles: readonly Named[], names: readonly string[]): string {
  return formatList(names.map((name) => displayNameOf(roles, name)));
}

/** The graph that the changes of a dialog are computed on. */
export function graphOf(list: { roles: readonly RoleRow[] }) {
  return roleGraph(list.roles);
}

export const memberDefaultWords: Record<OrganizationRoles['memberDefaultSource'], string> = {
  organization: 'chosen for this organization',
  environment: 'the environment’s default; whether this organization chose it as well, Scalekit does not say',
  unknown: 'where it comes from could not be read',
};

/** How the people whom a change concerns are spoken of. */
export type PeopleWords = { one: string; many: string; read: string; nobody: string; unread: string };

export const peopleOf = {
  organization: {
    one: 'person',
    many: 'people',
    read: 'member',
    nobody: 'Nobody has it, neither a member nor somebody who is invited.',
    unread: 'Who has this role could not be read.',
  },
  // Somebody in two organizations gains or loses in each.
  environment: {
    one: 'membership',
    many: 'memberships',
    read: 'user',
    nobody: 'Nobody has it, in no organization.',
    unread: 'Who has it could not be read.',
  },
} as const satisfies Record<string, PeopleWords>;
