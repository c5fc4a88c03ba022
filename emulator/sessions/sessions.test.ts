import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPayloadFaults } from '../events/check-payload';
import { type Json, TestEmulator } from '../test-client';
import { describeDevice } from './device';
import { endSession, startSession, touchSession } from './lifecycle';
import type { SessionRow } from './rows';

const minute = 60_000;
const day = 86_400_000;
const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const place = {
  region: 'DE',
  regionSubdivision: 'DEBE',
  city: 'Berlin',
  latitude: '52.52',
  longitude: '13.41',
};
const device = { ...describeDevice(mac, '203.0.113.7'), place };

let now = Date.UTC(2026, 4, 4, 12);
let test: TestEmulator;
let org: Json;
let counter = 0;
beforeAll(async () => {
  test = await TestEmulator.start({ now: () => now });
  org = await test.organization();
});
afterAll(() => test.stop());

async function signIn(fields: { userId?: string; organizationId?: string } = {}): Promise<SessionRow> {
  const organizationId = fields.organizationId ?? org.id;
  const userId = fields.userId ?? (await member(organizationId)).id;
  return startSession(test.emulator.environment, { organizationId, userId, clientId: 'skc_1', device });
}
const member = (organizationId = org.id) => test.member(organizationId, `person-${++counter}@example.com`);
const read = async (id: string) => (await test.call('GET', `/sessions/${id}`)).json;
const list = async (userId: string, query = '') =>
  (await test.call('GET', `/users/${userId}/sessions?${query}`)).json;
const revoke = (id: string) => test.call('POST', `/sessions/${id}/revoke`);
const events = async (type: string) =>
  (await test.call('POST', '/events', { event_types: [type] })).json.events;

/** Sets a time and comes back at the end. */
async function later(ms: number, act: () => Promise<void>): Promise<void> {
  const before = now;
  now += ms;
  test.token = await test.emulator.issueToken();
  await act();
  now = before;
  test.token = await test.emulator.issueToken();
}

describe('a session', () => {
  it('shows who is signed in where, on what and until when', async () => {
    const row = await signIn();
    expect(await read(row.id)).toEqual({
      session_id: expect.stringMatching(/^ses_\d{18}$/),
      user_id: row.userId,
      organization_id: org.id,
      authenticated_organizations: [org.id],
      authenticated_clients: [{ client_id: 'skc_1', organization_id: org.id }],
      status: 'active',
      created_at: '2026-05-04T12:00:00Z',
      updated_at: '2026-05-04T12:00:00Z',
      last_active_at: '2026-05-04T12:00:00Z',
      idle_expires_at: '2026-05-11T12:00:00Z',
      absolute_expires_at: '2026-06-03T12:00:00Z',
      device: {
        user_agent: mac,
        ...{ os: 'macOS', os_version: '10.15.7', browser: 'Chrome', browser_version: '142.0.0.0' },
        ...{ device_type: 'desktop', ip: '203.0.113.7' },
        location: {
          ...{ region: 'DE', region_subdivision: 'DEBE', city: 'Berlin' },
          ...{ latitude: '52.52', longitude: '13.41' },
        },
      },
    });
    expect((await test.call('GET', `/users/${row.userId}`)).json.user.last_login_time).toBe(
      '2026-05-04T12:00:00Z',
    );
  });

  it('ends with its idle time, which activity puts off, and with its absolute time', async () => {
    const row = await signIn();
    await later(8 * day, async () => {
      expect(await read(row.id)).toMatchObject({ status: 'expired', expired_at: '2026-05-11T12:00:00Z' });
      touchSession(test.emulator.environment, row.id);
      expect((await read(row.id)).status).toBe('expired');
    });
    await later(6 * day, async () => touchSession(test.emulator.environment, row.id));
    await later(8 * day, async () => {
      expect(await read(row.id)).toMatchObject({ status: 'active', last_active_at: '2026-05-10T12:00:00Z' });
    });
  });

  it('keeps to the organization’s policy where that is stricter', async () => {
    const strict = await test.organization();
    await test.call('PATCH', `/organizations/${strict.id}/session-policy`, {
      ...{ policy_source: 'CUSTOM', absolute_session_timeout: 60, idle_session_timeout_enabled: true },
      idle_session_timeout: 10,
    });
    const row = await signIn({ organizationId: strict.id });
    expect(row.absoluteExpiresAt - now).toBe(60 * minute);
    expect((row.idleExpiresAt ?? 0) - now).toBe(10 * minute);
  });

  it('is told of when it begins and ends, with documented fields only', async () => {
    const row = await signIn();
    await revoke(row.id);
    for (const [type, status] of [
      ['user.login', 'ACTIVE'],
      ['user.logout', 'REVOKED'],
    ] as const) {
      const [event] = await events(type);
      expect(event).toMatchObject({
        object: 'User',
        organization_id: org.id,
        data: { user: { id: row.userId }, user_session: { session_id: row.id, status } },
      });
      expect(event.data.user_session.device).toMatchObject({
        device_type: 'Desktop',
        location: { city: 'Berlin' },
      });
      expect(findPayloadFaults(type, event.data)).toEqual([]);
    }
  });
});

describe('revoking', () => {
  it('ends one session, once', async () => {
    const row = await signIn();
    await later(minute, async () => {
      expect((await revoke(row.id)).json.revoked_session).toMatchObject({
        ...{ session_id: row.id, user_id: row.userId, status: 'revoked' },
        expired_at: '2026-05-04T12:01:00Z',
      });
    });
    const shown = await read(row.id);
    expect(shown.status).toBe('revoked');
    expect(shown).not.toHaveProperty('logout_at');
    expect((await revoke(row.id)).status).toBe(400);
  });

  it('of all ends the active ones and counts them', async () => {
    const { id: userId } = await member();
    const [first, second, third] = [
      await signIn({ userId }),
      await signIn({ userId }),
      await signIn({ userId }),
    ];
    endSession(test.emulator.environment, second, 'logout');
    const { json } = await test.call('POST', `/users/${userId}/sessions/revoke`);
    expect(json.total_revoked).toBe(2);
    expect(json.revoked_sessions.map((one: Json) => one.session_id)).toEqual([third.id, first.id]);
    expect(await read(second.id)).toMatchObject({ status: 'logout', logout_at: expect.any(String) });
    expect((await test.call('POST', `/users/${userId}/sessions/revoke`)).json).toEqual({
      revoked_sessions: [],
      total_revoked: 0,
    });
  });

  it('is what happens when the user goes, leaves or loses the organization', async () => {
    const gone = await signIn();
    await test.call('DELETE', `/users/${gone.userId}`);
    expect((await read(gone.id)).status).toBe('revoked');

    const left = await signIn();
    const other = await test.organization();
    await test.member(other.id, `person-${counter}@example.com`);
    const elsewhere = await signIn({ userId: left.userId, organizationId: other.id });
    await test.call('DELETE', `/memberships/organizations/${org.id}/users/${left.userId}`);
    expect((await read(left.id)).status).toBe('revoked');
    expect((await read(elsewhere.id)).status).toBe('active');
    await test.call('DELETE', `/organizations/${other.id}`);
    expect((await read(elsewhere.id)).status).toBe('revoked');
  });
});

describe('the list of sessions', () => {
  it('is empty for somebody who never signed in', async () => {
    const { id } = await member();
    expect(await list(id)).toEqual({ sessions: [], next_page_token: '', prev_page_token: '', total_size: 0 });
  });

  it('pages forwards and back, newest first', async () => {
    const { id: userId } = await member();
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) ids.unshift((await signIn({ userId })).id);
    const shown = (page: Json) => page.sessions.map((one: Json) => one.session_id);
    const first = await list(userId);
    expect(first.total_size).toBe(12);
    expect(shown(first)).toEqual(ids.slice(0, 10));
    const next = await list(userId, `page_token=${encodeURIComponent(first.next_page_token)}`);
    expect(shown(next)).toEqual(ids.slice(10));
    const back = await list(userId, `page_token=${encodeURIComponent(next.prev_page_token)}`);
    expect(shown(back)).toEqual(ids.slice(0, 10));
  });

  it('filters by state, any of several, and by the time of sign-in', async () => {
    const { id: userId } = await member();
    const { environment } = test.emulator;
    await signIn({ userId });
    await revoke((await signIn({ userId })).id);
    endSession(environment, await signIn({ userId }), 'logout');
    await later(-9 * day, async () => void (await signIn({ userId })));
    const total = async (query: string) => (await list(userId, query)).total_size;
    expect(await total('filter.status=active')).toBe(1);
    expect(await total('filter.status=expired')).toBe(1);
    expect(await total('filter.status=revoked&filter.status=logout')).toBe(2);
    expect(await total('filter.end_time=2026-05-01T00:00:00Z')).toBe(1);
    expect(await total('filter.start_time=2026-05-04T12:00:00Z')).toBe(3);
    expect((await test.call('GET', `/users/${userId}/sessions?filter.status=ended`)).status).toBe(400);
  });
});

it.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Mobile Safari 18.5, iOS 18.5, mobile',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge 142.0.0.0, Windows 10.0, desktop',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Firefox 140.0, Linux , desktop',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Chrome 142.0.0.0, Android 15, mobile',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_2) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    'Safari 18.5, macOS 14.2, desktop',
  ],
  ['curl/8.5.0', ' ,  , other'],
])('reads a device out of %s', (userAgent, words) => {
  const { browser, browserVersion, os, osVersion, deviceType } = describeDevice(userAgent, '');
  expect(`${browser} ${browserVersion}, ${os} ${osVersion}, ${deviceType}`).toBe(words);
});
