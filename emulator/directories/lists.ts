import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { notFound } from '../errors';
import { paginate } from '../paging';
import type { Implementation } from '../service';
import { requireDirectory } from './find-directory';
import { trackedGroups } from './groups';
import { toDirectoryGroup, toDirectoryUser } from './messages';
import type { DirectoryGroupRow } from './rows';

type DirectoryOperations = Implementation<typeof services.directories>;

const sizes = { fallback: 10, limit: 30 };

/** The users and groups of a directory, newest first. */
export function directoryLists(environment: Environment) {
  const { store } = environment;

  function requireGroup(directoryId: string, id: string): DirectoryGroupRow {
    const row = store.directoryGroups.get(id);
    if (row?.directoryId !== directoryId) throw notFound(`directory group ${id}`);
    return row;
  }

  return {
    listDirectoryUsers({ organizationId, directoryId, ...request }) {
      const directory = requireDirectory(environment, organizationId, directoryId);
      const { directoryGroupId, includeDetail, updatedAfter } = request;
      const group = directoryGroupId ? requireGroup(directoryId, directoryGroupId) : undefined;
      const after = updatedAfter ? timestampMs(updatedAfter) : -Infinity;
      const rows = store.directoryUsers
        .findBy('directoryId', directoryId)
        .filter((row) => row.updatedAt > after && (!group || group.memberIds.includes(row.id)));
      const { items, ...page } = paginate(rows, request, sizes);
      return {
        ...page,
        users: items.map((row) => toDirectoryUser(environment, directory, row, includeDetail)),
      };
    },

    // Groups that are not tracked are the provider's only: they are shown on demand.
    listDirectoryGroups({ organizationId, directoryId, ...request }) {
      const directory = requireDirectory(environment, organizationId, directoryId);
      const { includeDetail, includeExternalGroups, updatedAfter } = request;
      const after = updatedAfter ? timestampMs(updatedAfter) : -Infinity;
      const known = includeExternalGroups
        ? store.directoryGroups.findBy('directoryId', directoryId)
        : trackedGroups(store, directory);
      const rows = known.filter((row) => row.updatedAt > after);
      const { items, ...page } = paginate(rows, request, sizes);
      return { ...page, groups: items.map((row) => toDirectoryGroup(directory, row, includeDetail)) };
    },

    listDirectoryGroupsSummary({ organizationId, directoryId }) {
      const directory = requireDirectory(environment, organizationId, directoryId);
      const rows = trackedGroups(store, directory).reverse();
      return { groups: rows.map((row) => toDirectoryGroup(directory, row)), totalSize: rows.length };
    },
  } satisfies DirectoryOperations;
}
