import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { directoriesPb, usersPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { readUser } from '@/lib/server/find-user';
import { directoryPageSize, type RoleSources, roleSourcesInput } from './schema';

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
    const heldNames = new Set(held.roles.map(({ name }) => name));
    const mapped = directories
      .map((directory) => ({ directory, assignments: heldAssignments(directory, heldNames) }))
      .filter(({ assignments }) => assignments.length > 0);
    const wanted = mapped.flatMap(({ directory, assignments }) =>
      [...new Set(assignments.map(({ groupId }) => groupId))].map((groupId) => ({
        directoryId: directory.id,
        groupId,
      })),
    );
    const [tracked, answers] = await Promise.all([
      Promise.all(
        mapped.map(({ directory }) =>
          scalekit.directories.listDirectoryGroupsSummary({ organizationId, directoryId: directory.id }),
        ),
      ),
      Promise.all(
        wanted
          .slice(0, mostGroupsRead)
          .map(
            async (one) => [one.groupId, await lookInto(scalekit, { organizationId, ...one }, user)] as const,
          ),
      ),
    ]);
    const groups = new Map(tracked.flatMap((page) => page.groups.map((group) => [group.id, group])));
    const membership = new Map(answers);
    const sources = mapped.flatMap(({ directory, assignments }) =>
      assignments.flatMap(({ groupId, roleName }) => {
        const group = groups.get(groupId);
        const inside = membership.get(groupId) ?? 'unknown';
        // A group that is not tracked brings nobody a role.
        if (!group || inside === 'out') return [];
        return [
          {
            roleName,
            directory: { id: directory.id, name: directory.name || directory.id },
            group: { id: groupId, name: group.displayName || groupId, users: group.totalUsers },
            isCertain: inside === 'in',
          },
        ];
      }),
    );
    return { hasDirectories: directories.length > 0, sources };
  },
});

const heldAssignments = (directory: directoriesPb.Directory, held: Set<string>) =>
  (directory.roleAssignments?.assignments ?? []).filter(({ roleName }) => held.has(roleName));

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
