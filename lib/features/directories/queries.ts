import 'server-only';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { AppError } from '@/lib/errors';
import type { Page } from '@/lib/page';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { directoriesPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { toDirectoryGroupRow, toDirectoryRow, toDirectoryUserRow } from './rows';
import {
  type DirectoryGroupRow,
  type DirectoryRow,
  type DirectoryUserRow,
  directoryInput,
  directoryPageSize,
  type GroupChoices,
  listDirectoriesInput,
  listDirectoryGroupsInput,
  listDirectoryUsersInput,
  mostGroupChoices,
} from './schema';

/** All directories of an organization: the API does not page them. Source: GET /organizations/{id}/directories. */
export const listDirectories = defineQuery({
  permission: 'directory.read',
  input: listDirectoriesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { scalekit }): Promise<DirectoryRow[]> => {
    const { directories } = await scalekit.directories.listDirectories({ organizationId });
    return directories.map(toDirectoryRow);
  },
});

/** One directory with counts, secrets (no values) and mappings. Source: GET …/directories/{id}. */
export const getDirectory = defineQuery({
  permission: 'directory.read',
  input: directoryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, directoryId }, { scalekit }): Promise<DirectoryRow> => {
    const { directory } = await scalekit.directories.getDirectory({ organizationId, id: directoryId });
    if (!directory)
      throw new AppError('not_found', `There is no directory ${directoryId} in this organization.`);
    return toDirectoryRow(directory);
  },
});

/** A page of whom the directory knows, or of the members of one group. Source: GET …/directories/{id}/users. */
export const listDirectoryUsers = defineQuery({
  permission: 'directory.read',
  input: listDirectoryUsersInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ groupId, since, ...input }, { scalekit }): Promise<Page<DirectoryUserRow>> => {
    const page = await scalekit.directories.listDirectoryUsers({
      ...input,
      directoryGroupId: groupId,
      updatedAfter: startOf(since),
      // For the groups and for whether somebody is active: without detail they are left out.
      includeDetail: true,
      pageSize: directoryPageSize,
    });
    return { rows: page.users.map(toDirectoryUserRow), ...tokensOf(page) };
  },
});

/** A page of the tracked groups, or of all that the provider has. Source: GET …/directories/{id}/groups. */
export const listDirectoryGroups = defineQuery({
  permission: 'directory.read',
  input: listDirectoryGroupsInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ since, external, ...input }, { scalekit }): Promise<Page<DirectoryGroupRow>> => {
    const page = await scalekit.directories.listDirectoryGroups({
      ...input,
      updatedAfter: startOf(since),
      includeExternalGroups: external,
      includeDetail: true,
      pageSize: directoryPageSize,
    });
    return { rows: page.groups.map(toDirectoryGroupRow), ...tokensOf(page) };
  },
});

/** All tracked groups at once, by name. Source: GET …/directories/{id}/groups/summary, which is not paged. */
export const listTrackedGroups = defineQuery({
  permission: 'directory.read',
  input: directoryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (input, { scalekit }): Promise<DirectoryGroupRow[]> => {
    const { groups } = await scalekit.directories.listDirectoryGroupsSummary(input);
    return groups.map(toDirectoryGroupRow).toSorted((a, b) => a.name.localeCompare(b.name));
  },
});

/**
 * What can be tracked, and what is: every group of the provider up to `mostGroupChoices`.
 * Source: GET …/groups, page by page, and …/groups/summary.
 */
export const listGroupChoices = defineQuery({
  permission: 'directory.read',
  input: directoryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (input, { scalekit }): Promise<GroupChoices> => {
    const [tracked, { groups, isWhole }] = await Promise.all([
      scalekit.directories.listDirectoryGroupsSummary(input),
      walkGroups(scalekit, input),
    ]);
    const trackedIds = new Set(tracked.groups.map(({ id }) => id));
    const choices = groups.map(({ id, name, externalId, users }) => ({
      key: externalId ?? name,
      name,
      users,
      isTracked: trackedIds.has(id),
    }));
    return { choices: choices.toSorted((a, b) => a.name.localeCompare(b.name)), isWhole };
  },
});

type OfDirectory = { organizationId: string; directoryId: string };

async function walkGroups(scalekit: ScalekitClient, input: OfDirectory) {
  const groups: DirectoryGroupRow[] = [];
  let pageToken = '';
  do {
    const page = await scalekit.directories.listDirectoryGroups({
      ...input,
      includeExternalGroups: true,
      includeDetail: true,
      pageSize: directoryPageSize,
      pageToken,
    });
    groups.push(...page.groups.map(toDirectoryGroupRow));
    pageToken = page.nextPageToken;
  } while (pageToken !== '' && groups.length < mostGroupChoices);
  return { groups, isWhole: pageToken === '' };
}

const startOf = (day: string) => (day ? timestampFromDate(new Date(`${day}T00:00:00Z`)) : undefined);

type Tokens = Pick<directoriesPb.ListDirectoryUsersResponse, 'totalSize' | 'nextPageToken' | 'prevPageToken'>;

const tokensOf = (page: Tokens) => ({
  total: page.totalSize,
  nextToken: page.nextPageToken || null,
  previousToken: page.prevPageToken || null,
});
