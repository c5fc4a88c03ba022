import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { directoriesPb, usersPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { defineQuery } from '@/lib/server/define-query';
import { type GroupTrace, type TracedGroup, traceGroupInput } from './schema';
import { activityOf, externalIdOf, findPerson, type OfDirectory, walkGroups } from './walk';

const trackings: Record<string, GroupTrace['directory']['tracking']> = { ALL: 'all', SELECTED: 'selected' };

/**
 * What there is to know of a group that does not arrive, or of a person who is not in it. Reads up to `mostGroupsRead`
 * groups and `mostUsersRead` people, page by page. Nesting is not to be had from the API.
 * Source: GET …/directories/{id}, …/groups, …/groups/summary, …/users, and GET /organizations/{id}/users:search.
 */
export const traceGroup = defineQuery({
  permission: 'directory.read',
  input: traceGroupInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, directoryId, group: asked, person: name }, { scalekit }) => {
    const of = { organizationId, directoryId };
    const [{ directory }, tracked, walked, seen, member] = await Promise.all([
      scalekit.directories.getDirectory({ organizationId, id: directoryId }),
      scalekit.directories.listDirectoryGroupsSummary(of),
      walkGroups(scalekit, of),
      name ? findPerson(scalekit, of, name) : null,
      name.length >= 3 ? findMember(scalekit, organizationId, name) : null,
    ]);
    if (!directory)
      throw new AppError('not_found', `There is no directory ${directoryId} in this organization.`);
    const trackedIds = new Set(tracked.groups.map(({ id }) => id));
    const assignments = directory.roleAssignments?.assignments ?? [];
    const groups = walked.groups.map((group) => toTracedGroup(group, trackedIds, assignments));
    const group = asked === '' ? null : choose(groups, asked);
    const user = seen?.user ?? null;
    return {
      directory: {
        enabled: directory.enabled,
        tracking: trackings[directory.groupsTracked] ?? null,
        lastSyncedAt: toIso(directory.lastSyncedAt),
      },
      read: { groups: groups.length, isWhole: walked.isWhole },
      group,
      similar: asked === '' || group ? [] : similarNames(groups, asked),
      person: seen && {
        found: user && {
          id: user.id,
          email: user.email || user.preferredUsername,
          isActive: activityOf(user),
          groups: user.groups.map(
            (one) => groups.find(({ id }) => id === one.id) ?? toTracedGroup(one, trackedIds, assignments),
          ),
        },
        read: seen.read,
        isWhole: seen.isWhole,
        isInside: group && user ? await isInside(scalekit, of, group, user) : null,
        member,
      },
    } satisfies GroupTrace;
  },
});

type Assignments = { groupId: string; roleName: string }[];

function toTracedGroup(
  group: directoriesPb.DirectoryGroup,
  trackedIds: Set<string>,
  assignments: Assignments,
): TracedGroup {
  return {
    id: group.id,
    name: group.displayName || group.id,
    externalId: externalIdOf(group),
    users: group.totalUsers,
    updatedAt: toIso(group.updatedAt),
    isTracked: trackedIds.has(group.id),
    roleNames: assignments.filter(({ groupId }) => groupId === group.id).map(({ roleName }) => roleName),
  };
}

/** By id, external id or name, in this order; names need not agree in case. */
function choose(groups: TracedGroup[], asked: string): TracedGroup | null {
  const word = asked.toLowerCase();
  return (
    groups.find(({ id, externalId }) => id === asked || externalId === asked) ??
    groups.find(({ name }) => name === asked) ??
    groups.find(({ name }) => name.toLowerCase() === word) ??
    null
  );
}

function similarNames(groups: TracedGroup[], asked: string): string[] {
  const words = asked.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const isAlike = ({ name }: TracedGroup) =>
    words.some((word) => word.length > 2 && name.toLowerCase().includes(word));
  return groups
    .filter(isAlike)
    .map(({ name }) => name)
    .slice(0, 5);
}

// A user tells of tracked groups alone: whether they are in another one, its own list says.
async function isInside(
  scalekit: ScalekitClient,
  of: OfDirectory,
  group: TracedGroup,
  user: directoriesPb.DirectoryUser,
): Promise<boolean | null> {
  if (user.groups.some(({ id }) => id === group.id)) return true;
  if (group.isTracked || group.users === 0) return false;
  const { user: inside, isWhole } = await findPerson(scalekit, of, user.id, group.id);
  return inside ? true : isWhole ? false : null;
}

async function findMember(scalekit: ScalekitClient, organizationId: string, name: string) {
  const { users } = await scalekit.users.searchOrganizationUsers({
    organizationId,
    query: name.slice(0, 100),
    pageSize: 30,
  });
  const user = users.find(({ email }) => email.toLowerCase() === name.toLowerCase());
  return user ? { userId: user.id, roleNames: rolesIn(user, organizationId) } : null;
}

function rolesIn({ memberships }: usersPb.User, organizationId: string): string[] {
  const membership = memberships.find((one) => one.organizationId === organizationId);
  return membership?.roles.map((role) => role.name) ?? [];
}
