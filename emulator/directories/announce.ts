import type { Environment } from '../environment';
import { emitEvent } from '../events/emit';
import type { EventType } from '../events/rows';
import { directoryData, groupData, userData } from './payloads';
import type { DirectoryGroupRow, DirectoryRow, DirectoryUserRow } from './rows';

type UserEvent = Extract<EventType, `organization.directory.user_${string}`>;
type GroupEvent = Extract<EventType, `organization.directory.group_${string}`>;

// `at` is now unless said.

/** Tells that synchronization was switched on or off. */
export function announceDirectory(environment: Environment, row: DirectoryRow, at?: number): void {
  const type = row.enabled ? 'organization.directory_enabled' : 'organization.directory_disabled';
  const { organizationId } = row;
  emitEvent(environment, { type, organizationId, data: directoryData(row), at });
}

/** Tells what became of a user of a directory. */
export function announceDirectoryUser(
  environment: Environment,
  type: UserEvent,
  directory: DirectoryRow,
  row: DirectoryUserRow,
  at?: number,
): void {
  const { organizationId } = directory;
  const data = userData(environment.store, directory, row);
  emitEvent(environment, { type, organizationId, data, source: 'DIR_SYNC', at });
}

/** Tells what became of a group of a directory. */
export function announceDirectoryGroup(
  environment: Environment,
  type: GroupEvent,
  directory: DirectoryRow,
  row: DirectoryGroupRow,
  at?: number,
): void {
  const { organizationId } = directory;
  emitEvent(environment, { type, organizationId, data: groupData(directory, row), source: 'DIR_SYNC', at });
}
