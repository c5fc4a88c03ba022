import {
  type DirectoryGroupRow,
  isSameAssignment,
  type RoleAssignment,
} from '@/lib/features/directories/schema';
import { formatQuantity } from '@/lib/format';
import type { RoleChoice } from './dialogs';

type Names = { groups: DirectoryGroupRow[]; roles: RoleChoice[] };

/** A group whose members get or lose a role, in a sentence. */
export type RoleChange = { groupId: string; roleName: string; text: string };

/** What a new mapping changes, for each group and role; half-filled rows say nothing yet. */
export function describeRoleChanges(
  before: RoleAssignment[],
  after: RoleAssignment[],
  names: Names,
): RoleChange[] {
  const complete = after.filter(({ groupId, roleName }) => groupId !== '' && roleName !== '');
  const isIn = (list: RoleAssignment[]) => (one: RoleAssignment) =>
    list.some((other) => isSameAssignment(one, other));
  const gained = complete.filter((one) => !isIn(before)(one));
  const lost = before.filter((one) => !isIn(complete)(one));
  const change = (one: RoleAssignment, text: string): RoleChange => ({ ...one, text });
  return [
    ...gained.map((one) => change(one, `${members(one, names)} get ${roleOf(one, names)}.`)),
    ...lost.map((one) =>
      change(
        one,
        `${members(one, names)} lose ${roleOf(one, names)}, unless another group of theirs brings it.`,
      ),
    ),
  ];
}

function members({ groupId }: RoleAssignment, { groups }: Names): string {
  const group = groups.find(({ id }) => id === groupId);
  return group
    ? `The members of ${group.name} (${formatQuantity(group.users, 'user')})`
    : `The members of ${groupId} (not tracked now, so nobody)`;
}

function roleOf({ roleName }: RoleAssignment, { roles }: Names): string {
  return roles.find(({ name }) => name === roleName)?.displayName ?? roleName;
}
