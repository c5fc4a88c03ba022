import type { Store } from '../store';
import { readGroupAttributes } from './directory-attributes';
import type { DirectoryGroupRow, DirectoryRow, DirectoryUserRow } from './rows';

/** True for a group that counts: the directory tracks all groups, or this one among those chosen. */
export function isTracked({ trackedGroups }: DirectoryRow, group: DirectoryGroupRow): boolean {
  if (!trackedGroups) return true;
  const { displayName, externalId } = readGroupAttributes(group.attributes);
  return trackedGroups.includes(externalId || displayName);
}

/** The directory's groups that count, oldest first. */
export function trackedGroups(store: Store, directory: DirectoryRow): DirectoryGroupRow[] {
  return store.directoryGroups
    .findBy('directoryId', directory.id)
    .filter((group) => isTracked(directory, group));
}

/** The groups that count and that the user is in, oldest first. */
export function groupsOf(store: Store, directory: DirectoryRow, user: DirectoryUserRow): DirectoryGroupRow[] {
  return trackedGroups(store, directory).filter(({ memberIds }) => memberIds.includes(user.id));
}

/** Names of the roles that the user has by the directory's group mapping, each once. */
export function mappedRoles(store: Store, directory: DirectoryRow, user: DirectoryUserRow): string[] {
  const groupIds = new Set(groupsOf(store, directory, user).map(({ id }) => id));
  const assigned = directory.roleAssignments.filter(({ groupId }) => groupIds.has(groupId));
  return [...new Set(assigned.map(({ roleName }) => roleName))];
}
