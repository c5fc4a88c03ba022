import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareRows } from '../../rows';
import { type Json, TestEmulator } from '../../test-client';
import { bigCustomerSize, organizationCount, organizationId, userCount } from './people';

let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start({ scenario: 'large' });
});
afterAll(() => test.stop());

const get = async (path: string): Promise<Json> => (await test.call('GET', path)).json;
const store = () => test.emulator.store;
const based = [
  'organizations',
  'users',
  'memberships',
  'connections',
  'domains',
  'tokens',
  'authLogs',
  'events',
] as const;

describe('the large scenario', () => {
  it('has the promised size', () => {
    expect([store().organizations.size, store().users.size]).toEqual([organizationCount, userCount]);
    expect(store().authLogs.size + store().events.size).toBe(1_000_000);
  });

  it.each(based)('has %s in order, each found by its id', (name) => {
    const rows = store()[name].all();
    const { length } = rows;
    const sample = [0, 1, 2, 9, 10, 4_999, 5_000, Math.floor(length / 2), length - 2, length - 1];
    for (const index of sample) {
      const [row, next] = [rows.at(index), rows.at(index + 1)];
      if (!row) throw new Error(`${name} has no row ${index}`);
      expect(store()[name].get(row.id)).toEqual(row);
      if (next) expect(compareRows(row, next)).toBeLessThan(0);
      expect(row.createdAt).toBeLessThanOrEqual(test.emulator.clock.now());
    }
    expect(store()[name].get(`${rows.at(0)?.id}0`)).toBeUndefined();
  });

  it('is the same in every run', async () => {
    const again = await TestEmulator.start({ scenario: 'large' });
    for (const name of based) {
      const index = Math.floor(store()[name].size / 3);
      expect(again.emulator.store[name].all().at(index)?.id).toBe(store()[name].all().at(index)?.id);
    }
    await again.stop();
  });

  it('pages forwards and backwards through the middle', async () => {
    let page = await get('/users?page_size=100');
    for (let turn = 0; turn < 5; turn += 1) {
      const path = '/users?page_size=100&page_token=';
      const next = await get(path + encodeURIComponent(page.next_page_token));
      const back = await get(path + encodeURIComponent(next.prev_page_token));
      expect(back.users.map((one: Json) => one.id)).toEqual(page.users.map((one: Json) => one.id));
      page = next;
    }
    expect(page.total_size).toBe(userCount);
  });

  it('finds a customer and its people by everything that the API looks up', async () => {
    const id = organizationId(4321);
    const { organization } = await get(`/organizations/${id}`);
    expect((await get(`/organizations:external/${organization.external_id}`)).organization.id).toBe(id);
    expect((await get(`/organizations:search?query=${organization.external_id}`)).organizations).toHaveLength(
      1,
    );
    const { users, total_size: total } = await get(`/organizations/${id}/users`);
    expect([users.length, total]).toEqual([9, 9]);
    const [user] = users;
    expect((await get(`/users:external/${user.external_id}`)).user.id).toBe(user.id);
    expect((await get(`/users:search?query=${user.email}`)).users).toMatchObject([{ id: user.id }]);
    const log = await get(`/logs/authentication/requests?email=${user.email}`);
    expect(log.total_size).toBe(6);
    expect(log.authRequests.every((one: Json) => one.email === user.email)).toBe(true);
    const events = await test.call('POST', '/events', { organization_id: id });
    expect(events.json.total_size).toBe(40);
    expect((await get(`/tokens?organization_id=${id}`)).total_count).toBe(2);
    const [domain] = (await get(`/organizations/${id}/domains`)).domains;
    expect((await get(`/connections?domain=${domain.domain}`)).connections).toHaveLength(1);
  });

  it('narrows the login log by time without looking through all of it', async () => {
    const day = 86_400_000;
    const from = new Date(Date.now() - 3 * day).toISOString();
    const until = new Date(Date.now() - 2 * day).toISOString();
    const log = await get(`/logs/authentication/requests?start_time=${from}&end_time=${until}&status=FAILED`);
    expect(log.total_size).toBeGreaterThan(200);
    expect(log.total_size).toBeLessThan(500);
  });

  it('has one customer with ten thousand members', async () => {
    const page = await get(`/organizations/${organizationId(0)}/users?page_size=50`);
    expect([page.users.length, page.total_size]).toEqual([50, bigCustomerSize]);
  });

  it('is written on, and a reset forgets what was written', async () => {
    const id = organizationId(77);
    const created = await test.organization({ display_name: 'New here' });
    await test.call('PATCH', `/organizations/${id}`, { display_name: 'Renamed' });
    await test.call('DELETE', `/organizations/${organizationId(78)}`);
    expect(store().organizations.size).toBe(organizationCount);
    expect(store().users.size).toBe(userCount - 9);
    expect((await get('/organizations?page_size=10')).organizations[0].id).toBe(created.id);
    expect((await get(`/organizations/${id}`)).organization.display_name).toBe('Renamed');
    expect((await test.call('GET', `/organizations/${organizationId(78)}`)).status).toBe(404);

    const snapshot = (await test.send('GET', '/__emulator/snapshot')).json;
    expect(JSON.stringify(snapshot).length).toBeLessThan(200_000);
    await test.send('POST', '/__emulator/reset');
    expect((await get(`/organizations/${id}`)).organization.display_name).not.toBe('Renamed');
    expect((await test.call('GET', `/organizations/${organizationId(78)}`)).status).toBe(200);

    await test.send('POST', '/__emulator/snapshot', snapshot);
    test.token = await test.emulator.issueToken();
    expect((await test.call('GET', `/organizations/${organizationId(78)}`)).status).toBe(404);
    expect((await get(`/organizations/${created.id}`)).organization.display_name).toBe('New here');
    expect(store().users.size).toBe(userCount - 9);
  });
});
