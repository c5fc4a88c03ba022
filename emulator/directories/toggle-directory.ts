import type { Environment } from '../environment';
import { announceDirectory } from './announce';
import type { DirectoryRow } from './rows';

/** How a switch answers: the state after it and, when nothing was switched, why. */
export type Toggled = { enabled: boolean; errorMessage?: string };

export function enableDirectory(environment: Environment, row: DirectoryRow): Toggled {
  if (row.enabled) return { enabled: true, errorMessage: 'The directory is already enabled' };
  return switchDirectory(environment, row, true);
}

/** Stops synchronization: pushes are refused until the directory is enabled again. */
export function disableDirectory(environment: Environment, row: DirectoryRow): Toggled {
  if (!row.enabled) return { enabled: false, errorMessage: 'The directory is already disabled' };
  return switchDirectory(environment, row, false);
}

function switchDirectory(environment: Environment, row: DirectoryRow, enabled: boolean): Toggled {
  const { clock, store } = environment;
  announceDirectory(environment, store.directories.put({ ...row, enabled, updatedAt: clock.now() }));
  return { enabled };
}
