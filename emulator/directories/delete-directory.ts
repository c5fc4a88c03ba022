import type { Environment } from '../environment';
import { failedPrecondition } from '../errors';
import type { Store } from '../store';
import type { DirectoryRow } from './rows';

/**
 * Removes a directory. Who was provisioned through it stays a member.
 * @throws ConnectError failed precondition while it is enabled
 */
export function deleteDirectory({ store }: Environment, row: DirectoryRow): void {
  if (row.enabled) throw failedPrecondition('directory is enabled, disable the directory before deleting it');
  removeDirectory(store, row.id);
}

/** Removes a directory with its secrets, users and groups, whatever its state. */
export function removeDirectory(store: Store, directoryId: string): void {
  for (const { id } of store.directorySecrets.findBy('directoryId', directoryId)) {
    store.directorySecrets.delete(id);
  }
  for (const { id } of store.directoryUsers.findBy('directoryId', directoryId))
    store.directoryUsers.delete(id);
  for (const { id } of store.directoryGroups.findBy('directoryId', directoryId)) {
    store.directoryGroups.delete(id);
  }
  store.directories.delete(directoryId);
}
