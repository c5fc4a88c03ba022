import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPayloadFaults } from '../events/check-payload';
import { type Json, TestEmulator } from '../test-client';
import { leakedKey } from './demo-troubles';

let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start({ scenario: 'demo' });
});
afterAll(() => test.stop());

const dayMs = 86_400_000;
const get = async (path: string): Promise<Json> => (await test.call('GET', path)).json;

async function customer(label: string): Promise<Json> {
  const row = test.emulator.store.organizations.findBy('slug', label).at(0);
  return (await get(`/organizations/${row?.id}`)).organization;
}
const connectionsOf = async (id: string): Promise<Json[]> =>
  (await get(`/connections?organization_id=${id}&include=all`)).connections;
const failures = async (since: number): Promise<Json[]> =>
  (
    await get(
      `/logs/authentication/requests?status=FAILED&page_size=100&start_time=${new Date(since).toISOString()}`,
    )
  ).authRequests;

// Each story, found through the API as a person of support would find it.
describe('the demo tells of', () => {
  it('a customer in the middle of onboarding', async () => {
    const { id } = await customer('bellwether');
    const [connection] = await connectionsOf(id);
    expect(connection).toMatchObject({ enabled: false, status: 'IN_PROGRESS' });
    const { domains } = await get(`/organizations/${id}/domains`);
    expect(domains).toMatchObject([{ verification_status: 'PENDING' }]);
    const { directories } = await get(`/organizations/${id}/directories`);
    expect(directories).toMatchObject([{ status: 'IN_PROGRESS' }]);
  });

  it('a certificate that expires in nine days', async () => {
    const { id } = await customer('zephyrine');
    const [row] = test.emulator.store.connections.findBy('organizationId', id);
    const days = ((row?.certificates.at(-1)?.expiresAt ?? 0) - test.emulator.clock.now()) / dayMs;
    expect(Math.round(days)).toBe(9);
  });

  it('three runs of failing sign-ins for three reasons that the state of the customers tells', async () => {
    const log = await failures(test.emulator.clock.now() - 4 * dayMs);
    const count = (id: string) => log.filter((one) => one.organization_id === id).length;
    const [expired, disabled, foreign] = await Promise.all(
      ['dunmarrow', 'copperfen', 'brindlewood'].map(customer),
    );
    expect([count(expired.id), count(disabled.id), count(foreign.id)]).toEqual([15, 6, 4]);
    const [row] = test.emulator.store.connections.findBy('organizationId', expired.id);
    expect(row?.certificates.at(-1)?.expiresAt).toBeLessThan(test.emulator.clock.now());
    expect((await connectionsOf(disabled.id))[0]?.enabled).toBe(false);
    const { domains } = await get(`/organizations/${foreign.id}/domains`);
    const names = domains.map((one: Json) => one.domain);
    const strangers = log
      .filter((one) => one.organization_id === foreign.id)
      .map((one) => one.email.split('@')[1]);
    expect(strangers.some((domain: string) => names.includes(domain))).toBe(false);
  });

  it('a leaked key that still works', async () => {
    const { id } = await customer('tessellate');
    const { status, json } = await test.call('POST', '/tokens:validate', { token: leakedKey });
    expect([status, json.token_info.organization_id]).toEqual([200, id]);
  });

  it('invitations that wait and that ran out, and agents’ accounts that have to be connected again', async () => {
    const statuses = new Set(
      (await get('/users?page_size=100')).users.flatMap((one: Json) =>
        one.memberships.map((membership: Json) => membership.membership_status),
      ),
    );
    expect([...statuses]).toEqual(expect.arrayContaining(['ACTIVE', 'PENDING_INVITE', 'INVITE_EXPIRED']));
    const { connected_accounts: accounts } = await get('/connected_accounts?page_size=30');
    expect(accounts.map((one: Json) => one.status)).toContain('EXPIRED');
  });

  it('a directory whose secret ends soon, and one where a group is mapped and not tracked', async () => {
    const { id } = await customer('quarrystone');
    const [directory] = (await get(`/organizations/${id}/directories`)).directories;
    const [secret] = directory.secrets;
    expect(Date.parse(secret.expire_time) - test.emulator.clock.now()).toBeLessThan(14 * dayMs);
  });

  it('a member twice, once by the directory and once by a first sign-in', async () => {
    const { id } = await customer('vireo');
    const { users } = await get(`/organizations/${id}/users?page_size=100`);
    const twins = users.filter((one: Json) => one.email.startsWith('wilhelmina.ardent'));
    expect(twins.map((one: Json) => one.memberships[0].provisioning_method).sort()).toEqual([
      'invitation',
      'jit_using_sso',
    ]);
  });

  it('a group that is mapped and empty: at the provider it holds only other groups', async () => {
    const { id } = await customer('corvid');
    const [directory] = (await get(`/organizations/${id}/directories`)).directories;
    const { groups } = await get(`/organizations/${id}/directories/${directory.id}/groups/summary`);
    const group = groups.find((one: Json) => one.display_name === 'All analysts');
    expect(group.total_users).toBe(0);
    expect(directory.role_assignments.assignments).toContainEqual(
      expect.objectContaining({ group_id: group.id, role_name: 'analyst' }),
    );
  });

  it('an invitation to an address with a letter missing', async () => {
    const { id } = await customer('ostrander');
    const { users } = await get(`/organizations/${id}/users:search?query=ostrandr`);
    expect(users).toMatchObject([{ memberships: [{ membership_status: 'PENDING_INVITE' }] }]);
  });

  it('somebody who has left by the directory, with a session, a key and an account that go on', async () => {
    const { id } = await customer('amberline');
    const [user] = (await get(`/organizations/${id}/users:search?query=ottoline.marsh`)).users;
    const { sessions } = await get(`/users/${user.id}/sessions?filter.status=active`);
    const { tokens } = await get(`/tokens?organization_id=${id}&user_id=${user.id}`);
    const { connected_accounts: accounts } = await get(`/connected_accounts?user_id=${user.id}`);
    expect([sessions.length, tokens.length, accounts.length]).toEqual([1, 1, 1]);
  });

  it('tools that run through an account, and a proxied upstream that answers', async () => {
    const account = test.emulator.store.connectedAccounts
      .all()
      .find((one) => one.connector.startsWith('gmail') && one.status === 'ACTIVE');
    const body = {
      tool_name: 'gmail_get_profile',
      connector: account?.connector,
      identifier: account?.identifier,
      params: {},
    };
    expect((await test.call('POST', '/execute_tool', body as Json)).status).toBe(200);
  });
});

describe('--days-of-history', () => {
  it('adds everyday sign-ins of so many days, the same in every run, on workdays mostly', async () => {
    const now = Date.UTC(2026, 5, 3, 12);
    const seed = () => TestEmulator.start({ scenario: 'demo', daysOfHistory: 60, now: () => now });
    const [one, two] = [await seed(), await seed()];
    const rows = one.emulator.store.authLogs.all();
    expect(rows.map(({ id }) => id)).toEqual(two.emulator.store.authLogs.all().map(({ id }) => id));
    const past = rows.filter(({ createdAt }) => createdAt < now - 14 * dayMs);
    expect(past.length).toBeGreaterThan(1_000);
    expect(Math.min(...past.map(({ createdAt }) => createdAt))).toBeGreaterThan(now - 62 * dayMs);
    const atWeekends = past.filter(({ createdAt }) => [0, 6].includes(new Date(createdAt).getUTCDay()));
    expect(atWeekends.length / past.length).toBeLessThan(0.1);
    for (const { type, data, createdAt } of one.emulator.store.events.all()) {
      expect(findPayloadFaults(type, data)).toEqual([]);
      expect(createdAt).toBeLessThanOrEqual(now);
    }
    await Promise.all([one.stop(), two.stop()]);
  });
});
