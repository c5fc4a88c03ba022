import { announceDirectoryUser } from '../directories/announce';
import { readGroupAttributes } from '../directories/directory-attributes';
import { mappedRoles } from '../directories/groups';
import type { DirectoryGroupRow, DirectoryRow, DirectoryUserRow } from '../directories/rows';
import { emitEvent } from '../events/emit';
import { memberData } from '../events/payloads';
import { membershipId } from '../users/rows';
import type { DemoContext } from './demo';
import type { DirectoryStory } from './demo-directories.data';

const dayMs = 86_400_000;

/** Maps a directory's groups to roles, and gives their members what that brings. */
export function seedDirectoryRoles(
  context: DemoContext,
  directory: DirectoryRow,
  { groups: stories, remapped }: DirectoryStory,
  groups: DirectoryGroupRow[],
): void {
  const { environment } = context;
  const mapping = new Map(stories.map(({ name, role }) => [name, role]));
  if (!remapped) {
    giveRoles(context, map(directory, groups, mapping));
    return;
  }
  // As it was until yesterday, and then the change, which is told of.
  giveRoles(context, map(directory, groups, new Map(mapping).set(remapped.group, remapped.from)));
  const yesterday = environment.clock.now() - dayMs;
  giveRoles(context, { ...map(directory, groups, mapping), updatedAt: yesterday }, yesterday);
}

function map(
  directory: DirectoryRow,
  groups: DirectoryGroupRow[],
  mapping: Map<string, string | undefined>,
): DirectoryRow {
  const roleAssignments = groups.flatMap((group) => {
    const roleName = mapping.get(readGroupAttributes(group.attributes).displayName);
    return roleName ? [{ groupId: group.id, roleName }] : [];
  });
  return { ...directory, roleAssignments };
}

// Without a time, it is older than the history that is told.
function giveRoles({ environment }: DemoContext, directory: DirectoryRow, at?: number): void {
  const { store } = environment;
  store.directories.put(directory);
  for (const row of store.directoryUsers.findBy('directoryId', directory.id)) {
    const mapped = mappedRoles(store, directory, row);
    const roles = mapped.length > 0 ? mapped : ['member'];
    if (!row.provisioned || roles.join() === row.provisioned.roles.join()) continue;
    changeMembership({ environment, directory, row, roles, at });
    const provisioned = { ...row.provisioned, roles };
    const changed = store.directoryUsers.put({ ...row, provisioned, updatedAt: at ?? row.updatedAt });
    if (at) announceDirectoryUser(environment, 'organization.directory.user_updated', directory, changed, at);
  }
}

type Change = Pick<DemoContext, 'environment'> & {
  directory: DirectoryRow;
  row: DirectoryUserRow;
  roles: string[];
  at?: number;
};

// What the directory gave before is replaced; what was given by hand stays.
function changeMembership({ environment, directory, row, roles, at }: Change): void {
  const { store } = environment;
  const { userId, roles: given } = row.provisioned ?? { userId: '', roles: [] };
  const membership = store.memberships.get(membershipId(directory.organizationId, userId));
  const organization = store.organizations.get(directory.organizationId);
  const user = store.users.get(userId);
  if (!membership || !organization || !user) return;
  const kept = membership.roles.filter((name) => !given.includes(name));
  store.memberships.put({ ...membership, roles: [...new Set([...roles, ...kept])] });
  if (!at) return;
  emitEvent(environment, {
    type: 'user.organization_membership_updated',
    organizationId: organization.id,
    data: memberData(organization, user),
    at,
  });
}
