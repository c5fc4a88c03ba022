import type { JsonObject } from '@bufbuild/protobuf';
import type { Environment } from '../environment';
import { announceDirectoryUser } from './announce';
import { deprovisionUser, provisionUser } from './provision';
import type { DirectoryRow, DirectoryUserRow } from './rows';

/** A directory tells of someone new. `attributes` are what `userAttributesSchema` let pass. */
export function addDirectoryUser(
  environment: Environment,
  directory: DirectoryRow,
  attributes: JsonObject,
): DirectoryUserRow {
  const { clock, newId, store } = environment;
  const now = clock.now();
  const added = store.directoryUsers.put({
    id: newId('diruser'),
    createdAt: now,
    updatedAt: now,
    directoryId: directory.id,
    attributes,
  });
  const row = provisionUser(environment, directory, added);
  announceDirectoryUser(environment, 'organization.directory.user_created', directory, row);
  return row;
}

/** A directory tells what became of someone. */
export function changeDirectoryUser(
  environment: Environment,
  directory: DirectoryRow,
  current: DirectoryUserRow,
  attributes: JsonObject,
): DirectoryUserRow {
  const changed = { ...current, attributes, updatedAt: environment.clock.now() };
  const row = provisionUser(environment, directory, environment.store.directoryUsers.put(changed));
  announceDirectoryUser(environment, 'organization.directory.user_updated', directory, row);
  return row;
}

/** A directory tells that someone left: the membership goes too, and their place in groups. */
export function removeDirectoryUser(
  environment: Environment,
  directory: DirectoryRow,
  row: DirectoryUserRow,
): void {
  const { store } = environment;
  for (const group of store.directoryGroups.findBy('directoryId', directory.id)) {
    if (!group.memberIds.includes(row.id)) continue;
    store.directoryGroups.put({ ...group, memberIds: group.memberIds.filter((id) => id !== row.id) });
  }
  store.directoryUsers.delete(row.id);
  deprovisionUser(environment, directory, row);
  announceDirectoryUser(environment, 'organization.directory.user_deleted', directory, row);
}

/** Works out the roles of these users again, after their groups or the mapping of groups changed. */
export function refreshUsers(environment: Environment, directory: DirectoryRow, userIds: string[]): void {
  const { store } = environment;
  for (const id of userIds) {
    const row = store.directoryUsers.get(id);
    if (row) changeDirectoryUser(environment, directory, row, row.attributes);
  }
}
