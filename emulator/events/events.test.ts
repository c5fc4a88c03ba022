import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';
import { findPayloadFaults } from './check-payload';
import { emitEvent } from './emit';
import { eventTypes } from './event-types.data';

let now = Date.UTC(2026, 2, 1, 12);
let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start({ now: () => now });
});
afterAll(() => test.stop());

async function list(filter: Json = {}, query = ''): Promise<Json> {
  return (await test.call('POST', `/events${query}`, filter)).json;
}
const typesOf = (page: Json) => page.events.map((event: Json) => event.type);

describe('what happens is told', () => {
  it('for organizations', async () => {
    const org = await test.organization({ external_id: 'acme', metadata: { plan: 'gold' } });
    await test.call('PATCH', `/organizations/${org.id}`, { display_name: 'Acme Ltd' });
    const features = [{ name: 'dir_sync', enabled: true }];
    await test.call('PATCH', `/organizations/${org.id}/settings`, { features });
    now += 1000;
    await test.call('DELETE', `/organizations/${org.id}`);
    const page = await list({ organization_id: org.id });
    expect(typesOf(page)).toEqual([
      'organization.deleted',
      'organization.updated',
      'organization.updated',
      'organization.created',
    ]);
    expect(page.events[0]).toEqual({
      spec_version: '1',
      id: expect.stringMatching(/^evt_\d{18}$/),
      type: 'organization.deleted',
      occurred_at: '2026-03-01T12:00:01Z',
      environment_id: test.emulator.environment.id,
      organization_id: org.id,
      object: 'Organization',
      display_name: 'Organization Deleted',
      data: expect.objectContaining({
        id: org.id,
        display_name: 'Acme Ltd',
        external_id: 'acme',
        metadata: { plan: 'gold' },
        deleted_at: '2026-03-01T12:00:01.000Z',
      }),
    });
  });

  it('for members: invited, joined, changed, gone', async () => {
    const org = await test.organization();
    const users = `/organizations/${org.id}/users`;
    await test.call('POST', users, { email: 'invited@example.com' });
    const { id } = await test.member(org.id, 'joined@example.com', { user_profile: { given_name: 'Jo' } });
    await test.call('POST', `${users}/${id}/roles`, [{ role_name: 'admin' }]);
    await test.call('DELETE', `${users}/${id}/roles/admin`);
    const membership = `/memberships/organizations/${org.id}/users/${id}`;
    await test.call('PATCH', membership, { metadata: { team: 'red' } });
    await test.call('DELETE', membership);
    const page = await list({ organization_id: org.id });
    expect(typesOf(page).reverse()).toEqual([
      'organization.created',
      'user.organization_invitation',
      'user.organization_membership_created',
      'user.organization_membership_updated',
      'user.organization_membership_updated',
      'user.organization_membership_updated',
      'user.organization_membership_deleted',
    ]);
    expect(page.events[0].data).toMatchObject({
      organization: { id: org.id },
      user: { id, email: 'joined@example.com', user_profile: { given_name: 'Jo' } },
    });
  });

  it('for everybody in an organization that is deleted', async () => {
    const org = await test.organization();
    await test.member(org.id, 'first@example.com');
    await test.call('DELETE', `/organizations/${org.id}`);
    expect(typesOf(await list({ organization_id: org.id })).slice(0, 2)).toEqual([
      'organization.deleted',
      'user.organization_membership_deleted',
    ]);
  });

  it('not at all when an operation is refused', async () => {
    const before = (await list()).total_size;
    await test.call('POST', '/organizations', { display_name: '' });
    await test.call('DELETE', '/organizations/org_100000000000000000');
    expect((await list()).total_size).toBe(before);
  });

  it('only with documented fields', async () => {
    const { events } = await list({}, '?page_size=100');
    expect(events.length).toBeGreaterThan(10);
    for (const { type, data } of events) {
      expect(findPayloadFaults(type as keyof typeof eventTypes, data)).toEqual([]);
    }
  });
});

describe('the list', () => {
  let big: TestEmulator;
  const send = async (filter: Json, query = '', path = '/events') =>
    (await big.call('POST', path + query, filter)).json;

  beforeAll(async () => {
    big = await TestEmulator.start({ now: () => now });
    for (let index = 0; index < 120; index++) {
      now += 1000;
      const type = index % 2 === 0 ? 'role.updated' : 'organization.sso_enabled';
      emitEvent(big.emulator.environment, {
        type,
        organizationId: index % 2 === 0 ? undefined : 'org_1',
        data: { id: `conn_${index % 3}` },
        source: index === 7 ? 'DIR_SYNC' : undefined,
        authRequestId: index === 9 ? 'areq_9' : undefined,
      });
    }
  });
  afterAll(() => big.stop());

  it('gives 10, at most 100, newest first', async () => {
    expect((await send({})).events).toHaveLength(10);
    const page = await send({}, '?page_size=500');
    expect(page).toMatchObject({ total_size: 120, prev_page_token: '' });
    expect(page.events).toHaveLength(100);
    const times = page.events.map((event: Json) => Date.parse(event.occurred_at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('pages forwards and back, on both routes', async () => {
    const first = await send({}, '?page_size=50', '/events/paginated');
    expect(first).not.toHaveProperty('total_size');
    const second = await send({}, `?page_size=50&page_token=${encodeURIComponent(first.next_page_token)}`);
    expect(second.events[0].id).not.toBe(first.events[0].id);
    const back = await send({}, `?page_size=50&page_token=${encodeURIComponent(second.prev_page_token)}`);
    expect(back.events).toEqual(first.events);
  });

  const start = Date.UTC(2026, 2, 1, 12);
  it.each<[string, Json, number]>([
    ['type', { event_types: ['role.updated'] }, 60],
    ['two types', { event_types: ['role.updated', 'organization.sso_enabled'] }, 120],
    ['organization', { organization_id: 'org_1' }, 60],
    ['source', { source: 'DIR_SYNC' }, 1],
    ['auth request', { auth_request_id: 'areq_9' }, 1],
    ['auth request of another organization', { auth_request_id: 'areq_9', organization_id: 'org_2' }, 0],
    ['connection', { connection_id: 'conn_1' }, 20],
    ['connected account', { connected_account_id: 'conn_1' }, 0],
    ['interceptor', { interceptor_id: 'icp_1' }, 0],
    ['an organization that does not exist', { organization_id: 'org_none' }, 0],
    ['a time before', { end_time: new Date(start).toISOString() }, 0],
  ])('filters by %s', async (_, filter, count) => {
    expect((await send(filter)).total_size).toBe(count);
  });

  it('takes both ends of a time window', async () => {
    const { events } = await send({}, '?page_size=100');
    const window = { start_time: events[20].occurred_at, end_time: events[10].occurred_at };
    expect((await send(window)).total_size).toBe(11);
  });

  it('refuses a page token that is none', async () => {
    const answer = await big.call('POST', '/events?page_token=3', {});
    expect(answer).toMatchObject({ status: 400, json: { message: 'Invalid page token' } });
  });
});

it('knows 41 types', () => {
  expect(Object.keys(eventTypes)).toHaveLength(41);
});
