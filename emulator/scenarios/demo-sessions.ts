import type { ClientRow } from '../clients/rows';
import type { ConnectionRow } from '../connections/rows';
import type { OrganizationRow } from '../organizations/rows';
import { announceSession } from '../sessions/announce';
import { describeDevice } from '../sessions/device';
import { type Device, type Place, type SessionRow, sessionExpiry } from '../sessions/rows';
import { sessionTimeouts } from '../sessions/timeouts';
import type { UserRow } from '../users/rows';
import type { DemoContext } from './demo';
import { desktops, farPlace, mobiles, places } from './demo-access.data';
import type { Company } from './demo-companies.data';
import { seedIdentity, seedPasskey } from './demo-identities';
import { logDemoSignIn } from './demo-sign-in-log';

const dayMs = 86_400_000;

export type Scene = { organization: OrganizationRow; application: ClientRow; connection?: ConnectionRow };

/** Where a customer's people are signed in, and were: each with one device or two. */
export function seedSessions(
  context: DemoContext,
  organization: OrganizationRow,
  company: Company,
  application: ClientRow,
): void {
  const { environment, random } = context;
  const { store } = environment;
  const now = environment.clock.now();
  const scene: Scene = { organization, application, connection: waysIn(context, organization) };
  const home = random.pick(places[company.region]);
  const users = store.memberships
    .findBy('organizationId', organization.id)
    .filter(({ status }) => status === 'active')
    .flatMap(({ userId }) => store.users.get(userId) ?? []);
  for (const [index, found] of users.entries()) {
    if (found.lastLoginAt === undefined || store.sessions.findBy('userId', found.id).length > 0) continue;
    // Somebody is always at work.
    const lastLoginAt = index === 0 ? now - 600_000 - random.below(2_400_000) : found.lastLoginAt;
    const user = store.users.put({ ...found, lastLoginAt, emailVerified: true });
    if (random.chance(0.3)) seedEarlier(context, scene, user, deviceAt(context, mobiles, home));
    putSession(context, scene, user, deviceAt(context, desktops, home), lastLoginAt);
    if (scene.connection) seedIdentity(environment, scene.connection, user);
    if (random.chance(0.12)) seedPasskey(context, user, deviceAt(context, desktops, home));
  }
  const [first] = users;
  // Ten minutes after the usual place, the other end of the world.
  if (company.label === 'aldergate' && first) {
    putSession(context, scene, first, deviceAt(context, desktops, farPlace), now - 240_000);
    store.users.put({ ...first, lastLoginAt: now - 240_000 });
  }
}

/** The connection that a customer's people sign in through. */
export function waysIn({ environment }: DemoContext, { id }: OrganizationRow): ConnectionRow | undefined {
  const { connections } = environment.store;
  const own = connections.findBy('organizationId', id).find(({ enabled }) => enabled);
  return (
    own ??
    connections
      .all()
      .find(({ enabled, kind, type }) => kind === 'login' && enabled && type === 'PASSWORDLESS')
  );
}

export function deviceAt({ random }: DemoContext, agents: string[], place: Place): Device {
  const ip = `${random.pick(['203.0.113', '198.51.100', '192.0.2'])}.${1 + random.below(254)}`;
  return { ...describeDevice(random.pick(agents), ip), place };
}

// An older session of the same person, some ended by themselves and some by support.
function seedEarlier(context: DemoContext, scene: Scene, user: UserRow, device: Device): void {
  const { environment, random } = context;
  const createdAt = (user.lastLoginAt ?? 0) - (1 + random.below(6)) * dayMs;
  if (createdAt < user.createdAt) return;
  const row = putSession(context, scene, user, device, createdAt);
  const how = random.pick(['revoked', 'logout', 'logout', 'lives', 'lives'] as const);
  const at = row.lastActiveAt + 60_000;
  if (how === 'lives' || at >= sessionExpiry(row) || at > environment.clock.now()) return;
  const ended = environment.store.sessions.put({ ...row, updatedAt: at, ended: { how, at } });
  announceSession(environment, 'user.logout', ended, { at });
}

/** A session of the past, with its record in the login log and its event. */
export function putSession(
  context: DemoContext,
  { organization, application, connection }: Scene,
  user: UserRow,
  device: Device,
  createdAt: number,
): SessionRow {
  const { environment, newId, random } = context;
  const now = environment.clock.now();
  const { absoluteMs, idleMs } = sessionTimeouts(organization);
  const busyMs = random.below(Math.min(absoluteMs, 3 * dayMs));
  const lastActiveAt = Math.max(createdAt, Math.min(createdAt + busyMs, now - random.below(300_000)));
  const row = environment.store.sessions.put({
    id: newId('ses'),
    createdAt,
    updatedAt: lastActiveAt,
    userId: user.id,
    organizationId: organization.id,
    authenticatedOrganizations: [organization.id],
    authenticatedClients: [{ clientId: application.id, organizationId: organization.id }],
    device,
    lastActiveAt,
    idleExpiresAt: lastActiveAt + idleMs,
    absoluteExpiresAt: createdAt + absoluteMs,
  });
  const authRequestId = logDemoSignIn(context, {
    organization,
    application,
    connection,
    user,
    at: createdAt,
  });
  announceSession(environment, 'user.login', row, {
    authRequestId,
    connectionId: connection?.id,
    at: createdAt,
  });
  return row;
}
