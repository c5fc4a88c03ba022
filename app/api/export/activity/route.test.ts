import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { HEAD as headOfLive } from '@/app/api/live/route';
import { exportCountHeader } from '@/lib/activity/export-format';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { sessionCookieName } from '@/lib/auth/cookies';
import type { Role } from '@/lib/auth/permissions';
import { startSession } from '@/lib/auth/staff-session';
import { db } from '@/lib/db';
import { CookieJar } from '@/tests/setup/cookie-jar';
import { withTestDatabase } from '@/tests/setup/database';
import { newStaff } from '@/tests/setup/staff';
import { logOf } from '@/tests/setup/write';
import { GET, HEAD } from './route';

const browser = vi.hoisted(() => ({ jar: null as unknown }));
vi.mock('next/headers', () => ({ cookies: async () => browser.jar, headers: async () => new Headers() }));

withTestDatabase();

const bodies: ReadableStream[] = [];
afterEach(async () => {
  await Promise.all(bodies.splice(0).map((body) => (body.locked ? null : body.cancel())));
});

beforeAll(() =>
  insertActivity(
    Array.from(
      { length: 20 },
      (_, n): ActivityRow => ({
        ...{ stream: 'event', environment: 'production', type: 'user.login', source: 'scalekit' },
        ...{ id: `evt_${n}`, at: new Date(Date.UTC(2026, 0, 1, n)).toISOString(), targetId: '=1+1' },
      }),
    ),
  ),
);

async function signIn(role: Role) {
  const staff = await newStaff({ role });
  const token = randomUUID();
  const none = { authTime: null, idToken: null, userAgent: null, previousToken: null };
  await startSession({ token, staffId: staff.staffId, ...none });
  const jar = new CookieJar();
  jar.set(sessionCookieName(), token);
  browser.jar = jar;
  return staff;
}

async function ask(search = 'format=csv') {
  const address = `http://localhost/api/export/activity?environment=production&${search}`;
  const response = await GET(new NextRequest(address));
  if (response.body) bodies.push(response.body);
  return response;
}

const endsOf = async (staff: Awaited<ReturnType<typeof signIn>>) =>
  (await logOf(staff)).map(({ kind, outcome, details }) => [kind, outcome, details]);

describe('the export', () => {
  it('is a file that nothing keeps, and says how many rows are to come', async () => {
    await signIn('lead');
    const response = await ask('format=csv&type=user.login');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="activity-production-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(response.headers.get(exportCountHeader)).toBe('20');
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[1]).toContain(`"'=1+1"`);
  });

  it('refuses what is no export, who is not signed in and who may not', async () => {
    browser.jar = new CookieJar();
    expect((await ask()).status).toBe(401);
    const lead = await signIn('lead');
    const bad = await ask('format=xlsx');
    expect(bad.status).toBe(400);
    expect((await bad.json()).error.message).toBe('The format is csv, jsonl or ocsf.');
    expect(await logOf(lead)).toEqual([]);
    for (const role of ['support', 'viewer'] as const) {
      await signIn(role);
      expect((await ask()).status).toBe(403);
    }
  });

  it('is begun by GET alone, as is the live stream', async () => {
    const lead = await signIn('lead');
    for (const answer of [HEAD(), headOfLive()]) {
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET');
    }
    expect(await logOf(lead)).toEqual([]);
  });

  it('runs three times at once, of those asked for in one moment too', async () => {
    const lead = await signIn('lead');
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429, 429]);
    expect((await ask()).status).toBe(429);
    const running = answers.filter(({ status }) => status === 200);
    expect(await Promise.all(running.map(async (one) => (await one.text()).split('\n').length > 20))).toEqual(
      [true, true, true],
    );
    expect((await endsOf(lead)).map(([kind]) => kind).sort()).toEqual([
      ...['intent', 'intent', 'intent'],
      ...['outcome', 'outcome', 'outcome'],
    ]);
    expect((await ask()).status).toBe(200);
  });

  it('ends once when its reader leaves in mid-page, and its place is free again', async () => {
    const lead = await signIn('lead');
    for (let round = 0; round < 4; round += 1) {
      const reader = (await ask()).body?.getReader();
      await reader?.read();
      // The header has come; the first page is being read.
      await reader?.cancel();
    }
    const ends = await endsOf(lead);
    expect(ends.filter(([kind]) => kind === 'outcome')).toEqual(
      Array.from({ length: 4 }, () => ['outcome', 'ok', { rows: 0, cancelled: true }]),
    );
    expect(ends).toHaveLength(8);
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429]);
  });

  it('breaks off as an error where the rows cannot be read on, and says so in the log', async () => {
    const lead = await signIn('lead');
    const response = await ask();
    const reader = response.body?.getReader();
    await db().$executeRaw`ALTER TABLE activity.event RENAME TO event_gone`;
    await reader?.read();
    await expect(reader?.read()).rejects.toThrow();
    await db().$executeRaw`ALTER TABLE activity.event_gone RENAME TO event`;
    expect((await endsOf(lead)).at(-1)).toEqual(['outcome', 'failed', { rows: 0 }]);
  });
});
