import { directoriesPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument } from '../errors';
import { announceDirectory } from './announce';
import type { DirectoryProvider, DirectoryRow, DirectoryType } from './rows';
import { addDirectoryGroup, changeDirectoryGroup } from './sync-groups';

const { DirectoryProvider: Provider, DirectoryStatus, DirectoryType: Type } = directoriesPb;

type Change = directoriesPb.UpdateDirectory;

/**
 * Lays the sent parts over a directory. `enabled` can only switch on: on the wire an absent one looks like false.
 * @throws ConnectError invalid argument when nothing was sent
 */
export function updateDirectory(
  environment: Environment,
  current: DirectoryRow,
  change: Change | undefined,
): DirectoryRow {
  if (!change) throw invalidArgument('directory is required');
  const { clock, store } = environment;
  const { name, directoryType, directoryProvider, status, mappings } = change;
  const row = store.directories.put({
    ...current,
    updatedAt: clock.now(),
    name: name || current.name,
    enabled: current.enabled || change.enabled,
    type: directoryType ? (Type[directoryType] as DirectoryType) : current.type,
    provider: directoryProvider ? (Provider[directoryProvider] as DirectoryProvider) : current.provider,
    status: status ? (DirectoryStatus[status] as DirectoryRow['status']) : current.status,
    attributeMappings: mappings.length > 0 ? mappings.map(toMapping) : current.attributeMappings,
  });
  if (row.enabled !== current.enabled) announceDirectory(environment, row);
  learnGroups(environment, row, change);
  return row;
}

function toMapping({ key, mapTo }: { key: string; mapTo: string }) {
  return { key, mapTo };
}

// The groups that the provider has, as far as the sender knows; members come with a synchronization.
function learnGroups(environment: Environment, directory: DirectoryRow, { groups }: Change): void {
  for (const { externalId, displayName, email } of groups) {
    const attributes = { displayName, externalId, email };
    const known = environment.store.directoryGroups
      .findBy('directoryId', directory.id)
      .find((row) => row.attributes.externalId === externalId);
    if (!known) addDirectoryGroup(environment, directory, { attributes, memberIds: [] });
    else changeDirectoryGroup(environment, directory, known, { attributes, memberIds: known.memberIds });
  }
}
