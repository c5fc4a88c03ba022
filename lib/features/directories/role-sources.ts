import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { directoriesPb, usersPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { readUser } from '@/lib/server/find-user';
import { directoryPageSize, type RoleSource, type RoleSources, roleSourcesInput } from './schema';

/** Each mapped group is one call: beyond these it is said that nobody looked. */
const mostGroupsRead = 10;

/**
 * Which directory groups bring a member the roles that they have. The API cannot be asked for the groups of one user,
 * so the first page of each mapped group is read: who is not on it in a longer group may be in it.
 * Source: GET …/directories with the mappings, …/groups/summary and …/users of each mapped group.
 */
export const findRoleSources = defineQuery({
  permission: 'directory.read',
  input: roleSourcesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, userId }, context): Promise<RoleSources> => {
    const { scalekit } = context;
    const [user, held, { directories }] = await Promise.all([
      readUser(userId, context),
      scalekit.users.listUserRoles({ organizationId, userId }),
      scalekit.directories.listDirectories({ organizationId }),
    ]);
    const candidates = candidatesOf(directories, new Set(held.roles.map(({ name }) => name)));
    const [groups, memberships] = await Promise.all([
      readTrackedGroups(scalekit, organizationId, candidates),
      readMemberships(scalekit, organizationId, candidates, user),
    ]);
    const sources = candidates.flatMap(({ directory, groupId, roleName }): RoleSource[] => {
      const group = groups.get(groupId);
      const membership = memberships.get(groupId) ?? 'unknown';
      // A group that is not tracked brings nobody a role.
      if (!group || membership === 'out') return [];
      return [
        {
          roleName,
          directory: { id: directory.id, name: directory.name || directory.id },
          group: { id: groupId, name: group.displayName || groupId, users: group.totalUsers },
          isCertain: membership === 'in',
        },
      ];
    });
    const isWhole = directories.every(({ roleAssignments }) => roleAssignments !== undefined);
    return { hasDirectories: directories.length > 0, isWhole, sources };
  },
});

/** A group that brings a role which somebody has. */
type Candidate = { directory: directoriesPb.Directory; groupId: string; roleName: string };

function candidatesOf(directories: directoriesPb.Directory[], held: Set<string>): Candidate[] {
  return directories.flatMap((directory) =>
    (directory.roleAssignments?.assignments ?? [])
      .filter(({ roleName }) => held.has(roleName))
      .map(({ groupId, roleName }) => ({ directory, groupId, roleName })),
  );
}

async function readTrackedGroups(scalekit: ScalekitClient, organizationId: string, candidates: Candidate[]) {
  const directoryIds = [...new Set(candidates.map(({ directory }) => directory.id))];
  const pages = await Promise.all(
    directoryIds.map((directoryId) =>
      scalekit.directories.listDirectoryGroupsSummary({ organizationId, directoryId }),
    ),
  );
  return new Map(pages.flatMap(({ groups }) => groups.map((group) => [group.id, group])));
}

async function readMemberships(
  scalekit: ScalekitClient,
  organizationId: string,
  candidates: Candidate[],
  user: usersPb.User,
) {
  const directoryIds = new Map(candidates.map(({ directory, groupId }) => [groupId, directory.id]));
  const answers = [...directoryIds].slice(0, mostGroupsRead).map(async ([groupId, directoryId]) => {
    const membership = await lookInto(scalekit, { organizationId, directoryId, groupId }, user);
    return [groupId, membership] as const;
  });
  return new Map(await Promise.all(answers));
}

type Group = { organizationId: string; directoryId: string; groupId: string };

async function lookInto(
  scalekit: ScalekitClient,
  { groupId, ...of }: Group,
  { email }: usersPb.User,
): Promise<'in' | 'out' | 'unknown'> {
  const { users, nextPageToken } = await scalekit.directories.listDirectoryUsers({
    ...of,
    directoryGroupId: groupId,
    pageSize: directoryPageSize,
  });
  const address = email.toLowerCase();
  const isThem = (user: directoriesPb.DirectoryUser) =>
    [user.email, ...user.emails].some((one) => one.toLowerCase() === address);
  if (users.some(isThem)) return 'in';
  return nextPageToken ? 'unknown' : 'out';
}
