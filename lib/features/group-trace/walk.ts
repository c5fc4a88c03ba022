import 'server-only';
import { z } from 'zod';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { directoriesPb } from '@/lib/scalekit/services';
import { mostGroupsRead, mostUsersRead } from './schema';

export type OfDirectory = { organizationId: string; directoryId: string };

/** The most that one page may hold. */
const pageSize = 30;

/** Every group that the provider has pushed, tracked or not, up to `mostGroupsRead`. */
export async function walkGroups(scalekit: ScalekitClient, of: OfDirectory) {
  const groups: directoriesPb.DirectoryGroup[] = [];
  let pageToken = '';
  do {
    const page = await scalekit.directories.listDirectoryGroups({
      ...of,
      includeExternalGroups: true,
      includeDetail: true,
      pageSize,
      pageToken,
    });
    groups.push(...page.groups);
    pageToken = page.nextPageToken;
  } while (pageToken !== '' && groups.length < mostGroupsRead);
  return { groups, isWhole: pageToken === '' };
}

/** Looks for one person, in one group where asked; the API cannot be asked for an e-mail. Stops when found. */
export async function findPerson(
  scalekit: ScalekitClient,
  of: OfDirectory,
  person: string,
  groupId?: string,
) {
  let read = 0;
  let pageToken = '';
  do {
    const page = await scalekit.directories.listDirectoryUsers({
      ...of,
      directoryGroupId: groupId,
      includeDetail: true,
      pageSize,
      pageToken,
    });
    read += page.users.length;
    const user = page.users.find((one) => isCalled(one, person));
    if (user) return { user, read, isWhole: true };
    pageToken = page.nextPageToken;
  } while (pageToken !== '' && read < mostUsersRead);
  return { user: null, read, isWhole: pageToken === '' };
}

function isCalled({ id, email, emails, preferredUsername }: directoriesPb.DirectoryUser, name: string) {
  const asked = name.toLowerCase();
  return [id, email, preferredUsername, ...emails].some((one) => one.toLowerCase() === asked);
}

const groupDetail = z.object({
  external_id: z.string().nullish().catch(null),
  dp_id: z.string().nullish().catch(null),
});
const userDetail = z.object({ active: z.boolean().optional().catch(undefined) });

/** As the provider names the group; null where it has no such name, or Scalekit does not say. */
export function externalIdOf(group: directoriesPb.DirectoryGroup): string | null {
  const detail = groupDetail.safeParse(group.groupDetail ?? {}).data;
  return detail?.external_id || detail?.dp_id || null;
}

/** Null where the directory does not say. */
export function activityOf(user: directoriesPb.DirectoryUser): boolean | null {
  return userDetail.safeParse(user.userDetail ?? {}).data?.active ?? null;
}
