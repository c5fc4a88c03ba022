import { announceDirectory, announceDirectoryGroup, announceDirectoryUser } from '../directories/announce';
import { directoryName } from '../directories/create-directory';
import { enterpriseSchema } from '../directories/directory-attributes';
import type { DirectoryGroupRow, DirectoryRow, DirectoryUserRow } from '../directories/rows';
import { secretMs } from '../directories/secrets';
import { hashSecret } from '../hash-secret';
import type { OrganizationRow } from '../organizations/rows';
import { membershipId, type UserRow } from '../users/rows';
import type { DemoContext } from './demo';
import type { Company } from './demo-companies.data';
import {
  type DirectoryStory,
  departments,
  directoryStories,
  usualDirectories,
} from './demo-directories.data';
import { seedDirectoryRoles } from './demo-directory-roles';

const dayMs = 86_400_000;

/** A customer's directory with its users and groups, for customers who have directory sync. */
export function seedDirectory(context: DemoContext, organization: OrganizationRow, company: Company): void {
  if (!company.features.includes('dir_sync')) return;
  const usual = context.random.pick(usualDirectories);
  const story = directoryStories[company.label.replace(/-sandbox$/, '')] ?? usual;
  const at = Math.min(organization.createdAt + 10 * dayMs, context.daysAgo(1));
  const directory = putDirectory(context, organization, story, at);
  announceDirectory(context.environment, { ...directory, enabled: true, updatedAt: at }, at);
  putSecret(context, directory, story);
  if (story.state === 'new') return;
  const members = membersOf(context, organization, company);
  const users = members.map((user) => putUser(context, directory, user, at));
  if (story.guest) users.push(putGuest(context, directory, story.guest, at));
  const groups = story.groups.map((group) => {
    const inside = users.filter(() => context.random.chance(group.share));
    return putGroup(context, directory, group.name, inside.length > 0 ? inside : users.slice(0, 1), at);
  });
  seedDirectoryRoles(context, directory, story, groups);
  if (story.state === 'off') announceDirectory(context.environment, directory, directory.updatedAt);
}

function putDirectory(
  { environment, newId, daysAgo }: DemoContext,
  organization: OrganizationRow,
  { provider, groups, untracked, state }: DirectoryStory,
  at: number,
): DirectoryRow {
  const { clock, store } = environment;
  const tracked = groups
    .map(({ name }) => groupKey(name))
    .filter((key) => !untracked?.map(groupKey).includes(key));
  return store.directories.put({
    id: newId('dir'),
    createdAt: at,
    updatedAt: state === 'off' ? daysAgo(4) : at,
    organizationId: organization.id,
    name: directoryName(provider),
    // Google is asked; the others push.
    type: provider === 'GOOGLE' ? 'POLL' : 'SCIM',
    provider,
    enabled: state !== 'off',
    status: state === 'new' ? 'IN_PROGRESS' : 'COMPLETED',
    lastSyncedAt: state === 'new' ? undefined : state === 'off' ? daysAgo(4) : clock.now() - dayMs / 30,
    email: provider === 'GOOGLE' ? `directory@${organization.slug}.example` : undefined,
    trackedGroups: untracked ? tracked : undefined,
    roleAssignments: [],
    attributeMappings: [{ key: 'department', mapTo: 'team' }],
  });
}

function putSecret(
  { environment, newId, random }: DemoContext,
  { id, type, createdAt, lastSyncedAt }: DirectoryRow,
  { secretDays = 200 }: DirectoryStory,
): void {
  if (type !== 'SCIM') return;
  const value = random.text(48);
  const expiresAt = environment.clock.now() + secretDays * dayMs;
  environment.store.directorySecrets.put({
    id: newId('sec'),
    createdAt: Math.max(createdAt, expiresAt - secretMs),
    directoryId: id,
    secretHash: hashSecret(value),
    suffix: value.slice(-4),
    status: 'ACTIVE',
    expiresAt,
    lastUsedAt: lastSyncedAt,
  });
}

// Those with an address of the customer's own: others belong to no directory of it.
function membersOf({ environment }: DemoContext, { id }: OrganizationRow, { label }: Company): UserRow[] {
  const { store } = environment;
  return store.memberships
    .findBy('organizationId', id)
    .filter(({ status }) => status === 'active')
    .flatMap(({ userId }) => store.users.get(userId) ?? [])
    .filter(({ email }) => email.endsWith(`@${label}.example`));
}

function putUser(context: DemoContext, directory: DirectoryRow, user: UserRow, at: number): DirectoryUserRow {
  const { environment, random } = context;
  const { givenName, familyName, name } = user.profile;
  const membership = environment.store.memberships.get(membershipId(directory.organizationId, user.id));
  return addUser(context, directory, Math.max(at, user.createdAt, membership?.createdAt ?? 0), {
    attributes: {
      userName: user.email,
      externalId: `00u${random.text(17)}`,
      active: true,
      displayName: name,
      name: { givenName, familyName, formatted: name },
      emails: [{ value: user.email, type: 'work', primary: true }],
      [enterpriseSchema]: { department: random.pick(departments) },
    },
    provisioned: { userId: user.id, roles: ['member'] },
  });
}

function putGuest(
  context: DemoContext,
  directory: DirectoryRow,
  email: string,
  at: number,
): DirectoryUserRow {
  const attributes = {
    userName: email,
    active: true,
    emails: [{ value: email, type: 'work', primary: true }],
  };
  return addUser(context, directory, at, { attributes });
}

function addUser(
  { environment, newId }: DemoContext,
  directory: DirectoryRow,
  at: number,
  content: Pick<DirectoryUserRow, 'attributes' | 'provisioned'>,
): DirectoryUserRow {
  const ids = { id: newId('diruser'), directoryId: directory.id };
  const row = environment.store.directoryUsers.put({ ...ids, createdAt: at, updatedAt: at, ...content });
  announceDirectoryUser(environment, 'organization.directory.user_created', directory, row, at);
  return row;
}

function putGroup(
  { environment, newId }: DemoContext,
  directory: DirectoryRow,
  name: string,
  members: DirectoryUserRow[],
  at: number,
): DirectoryGroupRow {
  const row = environment.store.directoryGroups.put({
    id: newId('dirgroup'),
    createdAt: at,
    updatedAt: Math.max(at, ...members.map(({ createdAt }) => createdAt)),
    directoryId: directory.id,
    attributes: { displayName: name, externalId: groupKey(name) },
    memberIds: members.map(({ id }) => id),
  });
  announceDirectoryGroup(environment, 'organization.directory.group_created', directory, row, at);
  return row;
}

function groupKey(name: string): string {
  return `grp-${name.toLowerCase().replace(/ /g, '-')}`;
}
