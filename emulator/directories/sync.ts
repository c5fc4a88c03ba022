import type { Environment } from '../environment';
import { failedPrecondition } from '../errors';
import type { DirectoryRow } from './rows';
import { refreshUsers } from './sync-users';

/** Notes that the directory was heard of. The first time, its setup is complete. */
export function markSynced({ clock, store }: Environment, directoryId: string): void {
  const row = store.directories.get(directoryId);
  if (row) store.directories.put({ ...row, lastSyncedAt: clock.now(), status: 'COMPLETED' });
}

/**
 * Synchronizes on demand. There is no provider behind the emulator to ask: everyone is provisioned again from
 * what the directory holds.
 * @throws ConnectError failed precondition when the directory is disabled
 */
export function synchronize(environment: Environment, directory: DirectoryRow): void {
  if (!directory.enabled) throw failedPrecondition('directory is disabled, enable it before a sync');
  const users = environment.store.directoryUsers.findBy('directoryId', directory.id);
  refreshUsers(
    environment,
    directory,
    users.map(({ id }) => id),
  );
  markSynced(environment, directory.id);
}
