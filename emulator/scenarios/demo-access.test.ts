import { describe, expect, it } from 'vitest';
import { assemble } from '../assemble';
import { findSecret } from '../clients/secrets';
import { effectiveRoles } from '../roles/find-role';
import { sessionStatus } from '../sessions/rows';
import { membershipId } from '../users/rows';

const now = Date.UTC(2026, 5, 1);
const dayMs = 86_400_000;
const { environment } = assemble(
  { scenario: 'demo', now: () => now },
  null,
  () => 'http://127.0.0.1:1',
  () => {},
);
const { store } = environment;

function organizationId(slug: string): string {
  const [row] = store.organizations.findBy('slug', slug);
  if (!row) throw new Error(`${slug} is not in the demo`);
  return row.id;
}

describe('sessions of the demo', () => {
  const sessions = store.sessions.all();

  it('are in every state, with devices and places', () => {
    const statuses = sessions.map((row) => sessionStatus(row, now));
    expect(new Set(statuses)).toEqual(new Set(['active', 'expired', 'revoked', 'logout']));
    expect(statuses.filter((status) => status === 'active').length).toBeGreaterThan(60);
    expect(sessions.every(({ device }) => device.browser && device.place?.city)).toBe(true);
    expect(new Set(sessions.map(({ device }) => device.deviceType)).size).toBe(3);
  });

  it('belong to members, and the last one is the user’s last login', () => {
    for (const { organizationId: organization = '', userId, createdAt, lastActiveAt } of sessions) {
      const user = store.users.get(userId);
      expect(store.memberships.get(membershipId(organization, userId))?.status).toBe('active');
      expect(user?.lastLoginAt).toBeGreaterThanOrEqual(createdAt);
      expect(lastActiveAt).toBeLessThanOrEqual(now);
    }
  });

  it('each have an event and an entry of the login log', () => {
    const logins = store.events.all().filter(({ type }) => type === 'user.login');
    expect(logins).toHaveLength(sessions.length);
    for (const { authRequestId = '', createdAt } of logins) {
      expect(store.authLogs.get(authRequestId)).toMatchObject({ status: 'SUCCESS' });
      expect(store.authLogs.get(authRequestId)?.createdAt).toBeLessThan(createdAt);
    }
  });

  it('show one person at two ends of the world at once', () => {
    const rows = sessions.filter((row) => row.organizationId === organizationId('aldergate'));
    const far = rows.find(({ device }) => device.place?.region === 'SG');
    const active = rows.filter((row) => row.userId === far?.userId && sessionStatus(row, now) === 'active');
    expect(active.map(({ device }) => device.place?.region).sort()).toEqual(['SG', 'US']);
  });
});

it('has passkeys, and identities at identity providers', () => {
  const passkeys = store.passkeys.all();
  expect(passkeys.length).toBeGreaterThan(10);
  expect(passkeys.every(({ userId }) => store.users.get(userId))).toBe(true);
  expect(new Set(passkeys.map(({ authenticator }) => authenticator.attachment)).size).toBe(2);
  const identities = store.users.all().flatMap(({ externalIdentities = [] }) => externalIdentities);
  expect(identities.length).toBeGreaterThan(50);
  expect(identities.every(({ connectionId }) => store.connections.get(connectionId)?.enabled)).toBe(true);
});

describe('roles of the demo', () => {
  it('inherit over several steps, also an organization’s own', () => {
    const names = effectiveRoles(store, ['port_operator'], organizationId('northwharf')).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['port_operator', 'lead_analyst', 'analyst', 'member']);
    const held = store.memberships.findBy('organizationId', organizationId('northwharf'));
    expect(held.some(({ roles }) => roles.includes('port_operator'))).toBe(true);
  });

  it('are somewhere the default of an organization', () => {
    expect(store.organizations.get(organizationId('zephyrine'))?.defaultMemberRole).toBe('crew_planner');
  });
});

describe('clients of the demo', () => {
  const machines = store.machineClients.all();

  it('are in the middle of a rotation at one customer, and about to stop at another', () => {
    const rotating = machines.find(({ secrets }) => secrets.length === 2);
    expect(rotating?.organizationId).toBe(organizationId('northwharf'));
    expect(
      rotating?.secrets.every(({ status, lastUsedAt = 0 }) => status === 'ACTIVE' && lastUsedAt < now),
    ).toBe(true);
    const ending = machines.filter(({ secrets }) => secrets.some(({ expiresAt }) => expiresAt));
    expect(ending.map((row) => row.organizationId)).toEqual([organizationId('aldergate')]);
    expect(ending[0]?.secrets).toMatchObject([{ expiresAt: now + 6 * dayMs }]);
  });

  it('are of living organizations and of an MCP server, with consents', () => {
    for (const row of machines) {
      const owner = row.organizationId
        ? store.organizations.get(row.organizationId)
        : store.resources.get(row.resourceId ?? '');
      expect(owner, row.id).toBeDefined();
    }
    const [resource] = store.resources.all();
    expect(store.machineClients.findBy('resourceId', resource?.id)).toHaveLength(2);
    expect(store.consents.all().length).toBeGreaterThan(2);
  });

  it('have secrets that nobody knows, made in the past', () => {
    const secrets = [...machines, ...store.clients.all()].flatMap((row) => row.secrets);
    expect(secrets.every(({ createdAt }) => createdAt <= now)).toBe(true);
    expect(findSecret({ updatedAt: 0, secrets }, 'test_', now)).toBeUndefined();
  });
});
