import type { DirectoryRow } from '../directories/rows';
import { hashSecret } from '../hash-secret';
import type { OrganizationRow } from '../organizations/rows';
import { invitationMs } from '../users/join';
import { newProfile } from '../users/profile';
import { type MembershipRow, membershipId, type UserRow } from '../users/rows';
import type { DemoContext } from './demo';
import { desktops, places } from './demo-access.data';
import { deviceAt, putSession, waysIn } from './demo-sessions';

const dayMs = 86_400_000;

/** What the customers wrote. */
const tickets: Record<string, string> = {
  vireo: 'Wilhelmina Ardent does not see her projects since she signs in by Okta.',
  corvid: 'Everybody in All analysts should be an analyst, and nobody is.',
  ostrander: 'Imogen Saltre waits for her invitation since Monday.',
  amberline: 'Ottoline Marsh left yesterday. Confirm that she has no access.',
};

/** Four everyday tickets, each at a customer of its own: see the tour in the README. */
export function seedEveryday(context: DemoContext): void {
  const at = (label: string) => context.environment.store.organizations.findBy('slug', label).at(0);
  const [twice, nested, misspelt, left] = ['vireo', 'corvid', 'ostrander', 'amberline'].map(at);
  for (const [label, words] of Object.entries(tickets)) {
    const row = at(label);
    if (row)
      context.environment.store.organizations.put({
        ...row,
        metadata: { ...row.metadata, open_ticket: words },
      });
  }
  if (twice) seedDuplicate(context, twice);
  if (nested) seedNestedGroup(context, nested);
  if (misspelt) seedWrongAddress(context, misspelt);
  if (left) seedLeaver(context, left);
}

// The directory brought her; then a sign-in with an alias of her address made a second member of her.
function seedDuplicate(context: DemoContext, organization: OrganizationRow): void {
  const { store } = context.environment;
  const directory = directoryOf(context, organization);
  const connection = waysIn(context, organization);
  if (!directory) return;
  const first = putPerson(context, organization, 'Wilhelmina', 'Ardent', 'wilhelmina.ardent');
  const entry = putEntry(context, directory, first, true);
  const second = putPerson(context, organization, 'Wilhelmina', 'Ardent', 'wilhelmina.ardent+sso');
  const membership = store.memberships.get(membershipId(organization.id, second.id));
  if (membership) store.memberships.put({ ...membership, provisioningMethod: 'jit_using_sso' });
  if (!connection) return;
  const signedInAt = context.daysAgo(2);
  store.users.put({
    ...second,
    lastLoginAt: signedInAt,
    externalIdentities: [
      {
        connectionId: connection.id,
        connectionType: connection.type,
        connectionProvider:
          connection.provider === 'CONNECTION_PROVIDER_UNSPECIFIED'
            ? 'IDENTITY_PROVIDER_UNSPECIFIED'
            : connection.provider,
        connectionUserId: entry,
        isSocial: false,
        createdAt: signedInAt,
        lastLoginAt: signedInAt,
        lastSyncedAt: signedInAt,
      },
    ],
  });
}

// At the provider this group holds only other groups: it arrives empty, and its role comes to nobody.
function seedNestedGroup(context: DemoContext, organization: OrganizationRow): void {
  const { environment, newId, daysAgo } = context;
  const directory = directoryOf(context, organization);
  if (!directory) return;
  const at = daysAgo(6);
  const group = environment.store.directoryGroups.put({
    id: newId('dirgroup'),
    createdAt: at,
    updatedAt: at,
    directoryId: directory.id,
    attributes: { displayName: 'All analysts', externalId: 'grp-all-analysts' },
    memberIds: [],
  });
  const roleAssignments = [...directory.roleAssignments, { groupId: group.id, roleName: 'analyst' }];
  environment.store.directories.put({ ...directory, roleAssignments });
}

// One letter is missing in the domain.
function seedWrongAddress(context: DemoContext, organization: OrganizationRow): void {
  const createdAt = context.environment.clock.now() - 3 * dayMs;
  const user = putUser(context, 'Imogen', 'Saltre', 'imogen.saltre@ostrandr.example', createdAt);
  putMembership(context, organization, user, {
    roles: ['analyst'],
    createdAt,
    status: 'invited',
    expiresAt: createdAt + invitationMs,
    joinedAt: undefined,
  });
}

// The directory says since yesterday that she has left; her session, her key and her agent's account go on.
function seedLeaver(context: DemoContext, organization: OrganizationRow): void {
  const { environment, newId, random, daysAgo } = context;
  const { clock, store } = environment;
  const now = clock.now();
  const directory = directoryOf(context, organization);
  const user = putPerson(context, organization, 'Ottoline', 'Marsh', 'ottoline.marsh');
  if (directory) putEntry(context, directory, user, false);
  const value = random.text(48);
  store.tokens.put({
    id: newId('apit'),
    createdAt: daysAgo(70),
    organizationId: organization.id,
    userId: user.id,
    description: 'Weekly traffic report',
    customClaims: {},
    valueHash: hashSecret(value),
    suffix: value.slice(-4),
  });
  const connector = store.connections.all().find(({ keyId }) => keyId === 'gmail');
  if (connector)
    store.connectedAccounts.put({
      id: newId('ca'),
      createdAt: daysAgo(40),
      updatedAt: daysAgo(1),
      connectionId: connector.id,
      connector: connector.keyId,
      provider: connector.providerKey,
      identifier: user.email,
      organizationId: organization.id,
      userId: user.id,
      status: 'ACTIVE',
      type: 'OAUTH',
      details: {
        oauthToken: { accessToken: `demo_${random.text(32)}`, refreshToken: `demo_${random.text(32)}` },
      },
      tokenExpiresAt: now + 3_600_000,
      lastUsedAt: now - 7_200_000,
    });
  const application = store.clients.all().find(({ clientType }) => clientType === 'WEB_APP');
  if (!application) return;
  const signedInAt = now - 3_600_000;
  store.users.put({ ...user, lastLoginAt: signedInAt, emailVerified: true });
  const scene = { organization, application, connection: waysIn(context, organization) };
  putSession(
    context,
    scene,
    user,
    deviceAt(context, desktops, places.EU[2] ?? random.pick(places.EU)),
    signedInAt,
  );
}

function directoryOf({ environment }: DemoContext, { id }: OrganizationRow): DirectoryRow | undefined {
  return environment.store.directories.findBy('organizationId', id).at(0);
}

/** A member with an address of the customer's own, since ninety days. */
function putPerson(
  context: DemoContext,
  organization: OrganizationRow,
  givenName: string,
  familyName: string,
  name: string,
): UserRow {
  const createdAt = context.daysAgo(90);
  const user = putUser(context, givenName, familyName, `${name}@${organization.slug}.example`, createdAt);
  putMembership(context, organization, user, {
    createdAt,
    joinedAt: createdAt,
    status: 'active',
    roles: ['member'],
  });
  return user;
}

function putUser(
  { environment, newId }: DemoContext,
  givenName: string,
  familyName: string,
  email: string,
  createdAt: number,
): UserRow {
  const profile = { ...newProfile(newId('usp'), undefined), givenName, familyName };
  return environment.store.users.put({
    id: newId('usr'),
    createdAt,
    updatedAt: createdAt,
    email,
    metadata: {},
    profile: { ...profile, name: `${givenName} ${familyName}`, locale: 'en-GB' },
  });
}

type Part = Pick<MembershipRow, 'roles' | 'createdAt' | 'status' | 'joinedAt' | 'expiresAt'>;

function putMembership(
  { environment }: DemoContext,
  { id }: OrganizationRow,
  user: UserRow,
  part: Part,
): void {
  environment.store.memberships.put({
    id: membershipId(id, user.id),
    organizationId: id,
    userId: user.id,
    metadata: {},
    resentCount: 0,
    provisioningMethod: 'invitation',
    ...part,
  });
}

/** Whom a directory knows. @returns the provider's own id of them */
function putEntry(
  { environment, newId, random, daysAgo }: DemoContext,
  directory: DirectoryRow,
  user: UserRow,
  active: boolean,
): string {
  const externalId = `00u${random.text(17)}`;
  const { givenName, familyName, name } = user.profile;
  environment.store.directoryUsers.put({
    id: newId('diruser'),
    createdAt: user.createdAt,
    updatedAt: daysAgo(1),
    directoryId: directory.id,
    attributes: {
      userName: user.email,
      externalId,
      active,
      name: { givenName, familyName, formatted: name },
      emails: [{ value: user.email, type: 'work', primary: true }],
    },
    provisioned: { userId: user.id, roles: ['member'] },
  });
  return externalId;
}
