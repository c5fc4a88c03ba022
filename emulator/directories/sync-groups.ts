import type { JsonObject } from '@bufbuild/protobuf';
import type { Environment } from '../environment';
import { announceDirectoryGroup } from './announce';
import type { DirectoryGroupRow, DirectoryRow } from './rows';
import { refreshUsers } from './sync-users';

/** What a directory says of a group. `attributes` are what `groupAttributesSchema` let pass. */
export type GroupContent = { attributes: JsonObject; memberIds: string[] };

/** A directory tells of a new group. Its members may get other roles. */
export function addDirectoryGroup(
  environment: Environment,
  directory: DirectoryRow,
  content: GroupContent,
): DirectoryGroupRow {
  const { clock, newId, store } = environment;
  const now = clock.now();
  const row = store.directoryGroups.put({
    id: newId('dirgroup'),
    createdAt: now,
    updatedAt: now,
    directoryId: directory.id,
    ...content,
  });
  announceDirectoryGroup(environment, 'organization.directory.group_created', directory, row);
  refreshUsers(environment, directory, row.memberIds);
  return row;
}

/** A directory tells what became of a group. Who joined or left may get other roles. */
export function changeDirectoryGroup(
  environment: Environment,
  directory: DirectoryRow,
  current: DirectoryGroupRow,
  content: GroupContent,
): DirectoryGroupRow {
  const { clock, store } = environment;
  const row = store.directoryGroups.put({ ...current, ...content, updatedAt: clock.now() });
  announceDirectoryGroup(environment, 'organization.directory.group_updated', directory, row);
  const joined = row.memberIds.filter((id) => !current.memberIds.includes(id));
  const left = current.memberIds.filter((id) => !row.memberIds.includes(id));
  refreshUsers(environment, directory, [...joined, ...left]);
  return row;
}

/** A directory tells that a group is gone. Its mapping goes with it. */
export function removeDirectoryGroup(
  environment: Environment,
  directory: DirectoryRow,
  row: DirectoryGroupRow,
): void {
  const { store } = environment;
  store.directoryGroups.delete(row.id);
  const roleAssignments = directory.roleAssignments.filter(({ groupId }) => groupId !== row.id);
  const remaining = store.directories.put({ ...directory, roleAssignments });
  announceDirectoryGroup(environment, 'organization.directory.group_deleted', remaining, row);
  refreshUsers(environment, remaining, row.memberIds);
}
