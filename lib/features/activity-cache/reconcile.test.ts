import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuthStatus } from '@/emulator/auth-logs/rows';
import { emitEvent } from '@/emulator/events/emit';
import type { ActivityListener } from '@/lib/audit/activity/listeners';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newStaff } from '@/tests/setup/staff';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { startBackfill, stopBackfill } from './actions';
import { syncEnvironment } from './handlers';

process.env.API_BUDGET_PER_MINUTE = '100000';
withTestDatabase();
const emulator = withEmulator();
const minute = 60_000;
const day = 24 * 60 * minute;
const events = 'events.listEventsPaginated';

const never = new AbortController().signal;
const heard: string[] = [];
const listener: ActivityListener = {
  name: 'test',
  hear: async (environment, rows) => void heard.push(...rows.map(({ id }) => `${environment} ${id}`)),
};
const reconcile = () => syncEnvironment('production', 'reconcile', [listener], never);
const backfill = () => syncEnvironment('production', 'backfill', [], never);
const cursorOf = (stream: string, purpose = 'reconcile') =>
  db().syncCursor.findUniqueOrThrow({
    where: { environment_stream_purpose: { environment: 'production', stream, purpose } },
  });
const ids = async (stream = 'event') =>
  (
    await db().$queryRaw<{ id: string }[]>`
      SELECT id FROM activity.entry WHERE stream = ${stream} ORDER BY at, id`
  ).map(({ id }) => id);

function happen(count: number, agoMs = 0, stepMs = 1): string[] {
  const { environment, clock } = emulator.current;
  const data = { id: 'role_1', name: 'reader' };
  return Array.from({ length: count }, (_, index) => {
    const at = clock.now() - agoMs + index * stepMs;
    return emitEvent(environment, { type: 'role.created', data, at }).id;
  });
}

function signInAt(id: string, status: AuthStatus, agoMs = minute): void {
  const { store, clock } = emulator.current;
  const row = { connections: [], workflow: 'sso', clientId: 'c', clientName: 'App', clientType: 'WEB_APP' };
  const createdAt = store.authLogs.get(id)?.createdAt ?? clock.now() - agoMs;
  store.authLogs.put({ ...row, id, createdAt, status, email: 'ada@customer.example' });
}

beforeEach(async () => {
  heard.length = 0;
  const { store, journal } = emulator.current;
  for (const { id } of [...store.events.all()]) store.events.delete(id);
  for (const { id } of [...store.authLogs.all()]) store.authLogs.delete(id);
  journal.clear();
  await db().$executeRaw`TRUNCATE activity.entry, activity.entry_id, sync_cursor`;
});

describe('the reconciler', () => {
  it('finds what no webhook brought, page by page, and tells the listeners once', async () => {
    const made = happen(230, 2 * minute);
    await reconcile();
    expect(await ids()).toEqual(made);
    expect(heard).toHaveLength(230);
    expect(await cursorOf('event')).toMatchObject({ state: 'idle', rowsNew: 230, passFrom: null });
    const [late] = happen(1);
    await reconcile();
    expect(await ids()).toEqual([...made, late]);
    expect(heard.slice(230)).toEqual([`production ${late}`]);
  });

  it('sees an event that became visible late, within the overlap', async () => {
    const [first] = happen(1);
    await reconcile();
    const [late] = happen(1, 8 * minute);
    await reconcile();
    expect(await ids()).toEqual([late, first]);
  });

  it('moves the outcome of a sign-in, and never back', async () => {
    signInAt('areq_1', 'INITIATED');
    await reconcile();
    const outcome = async () => {
      const [row] = await db().$queryRaw<{ outcome: string; type: string }[]>`
        SELECT outcome, type FROM activity.entry WHERE id = 'areq_1'`;
      return row;
    };
    expect(await outcome()).toEqual({ outcome: 'pending', type: 'login.sso' });
    signInAt('areq_1', 'FAILED');
    await reconcile();
    expect(await outcome()).toMatchObject({ outcome: 'failed' });
    signInAt('areq_1', 'PENDING');
    await reconcile();
    expect(await outcome()).toMatchObject({ outcome: 'failed' });
    expect(heard).toEqual(['production areq_1', 'production areq_1']);
    expect(await ids('login')).toEqual(['areq_1']);
  });

  it('goes on with the login log where the events API is refused, and says so', async () => {
    emulator.current.faults.add({ operation: events, status: 403, message: 'preview' });
    signInAt('areq_1', 'SUCCESS');
    happen(1);
    await reconcile();
    expect(await cursorOf('event')).toMatchObject({
      state: 'refused',
      sentence: expect.stringContaining('refuses'),
      requestId: expect.any(String),
    });
    expect(await ids('login')).toEqual(['areq_1']);
    emulator.current.journal.clear();
    await reconcile();
    expect(emulator.current.journal.list(events), 'not asked again for an hour').toEqual([]);
  });

  it('waits as long as a 429 says', async () => {
    emulator.current.faults.add({ operation: events, status: 429, retryAfterSeconds: 90 });
    happen(1);
    const again = await reconcile();
    expect(Math.abs((again?.getTime() ?? 0) - Date.now() - 90_000)).toBeLessThan(10_000);
    expect(await cursorOf('event')).toMatchObject({ state: 'waiting', waitUntil: again });
  });

  it('starts again from the window when its page token is no good any more', async () => {
    const made = happen(250, 8 * minute, 1_000);
    const stopping = new AbortController();
    const stopper = { name: 'stopper', hear: async () => stopping.abort() };
    await syncEnvironment('production', 'reconcile', [stopper], stopping.signal);
    expect(await ids(), 'one page is stored').toEqual(made.slice(150));
    // As after a deployment at Scalekit's: the token of yesterday is not known.
    await db().syncCursor.updateMany({ where: { stream: 'event' }, data: { pageToken: 'no-token' } });
    emulator.current.journal.clear();
    await reconcile();
    expect(await cursorOf('event')).toMatchObject({ state: 'idle', sentence: null });
    expect(await ids(), 'each once').toEqual(made);
    const asked = emulator.current.journal.list(events).map(({ request }) => JSON.stringify(request));
    // A second more than what is read, since times of one second may stand on both sides of a page's end.
    const reached = emulator.current.store.events.get(made[150] ?? '')?.createdAt ?? 0;
    const end = `"end_time":"${new Date(reached + 1_000).toISOString()}"`;
    expect(asked.map((request) => request.includes(end))).toEqual([false, true, true]);
  });

  it.each([
    ['a little', 20 * 60 * minute],
    ['further than rows are kept', 400 * day],
  ])('loses nothing when our clock jumps ahead %s, fails there, and comes back', async (_how, jump) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const real = Date.now();
      const [first] = happen(1, 30 * minute);
      vi.setSystemTime(real + jump);
      await reconcile();
      emulator.current.faults.add({ operation: events, status: 500, times: 9 });
      await reconcile();
      expect(await cursorOf('event')).toMatchObject({ state: 'failed', waitUntil: expect.any(Date) });
      emulator.current.faults.clear();
      vi.setSystemTime(real);
      const [second] = happen(1, 20 * minute);
      await reconcile();
      await reconcile();
      expect(await ids()).toEqual([first, second]);
      const { lookedBackAt } = await cursorOf('event');
      expect(lookedBackAt?.getTime(), 'the daily look back is not put off').toBeLessThanOrEqual(real);
    } finally {
      vi.useRealTimers();
    }
  });

  it('runs once at a time, however many ask', async () => {
    const made = happen(120, minute);
    let others: Promise<unknown> | undefined;
    const slow = {
      name: 'slow',
      hear: async () => {
        others ??= Promise.all([reconcile(), reconcile()]);
        expect(await others).toEqual([null, null]);
      },
    };
    await syncEnvironment('production', 'reconcile', [slow], never);
    expect(others).toBeDefined();
    expect(await ids()).toEqual(made);
    expect(emulator.current.journal.list(events)).toHaveLength(2);
  });

  it('reads a page again when it died before its cursor moved, and keeps each id once', async () => {
    const made = happen(250, 3 * minute);
    const stopping = new AbortController();
    const dying = { name: 'dying', hear: async () => stopping.abort() };
    await syncEnvironment('production', 'reconcile', [dying], stopping.signal);
    const { pageToken } = await cursorOf('event');
    expect(pageToken, 'the second page is still to be read').toBeTruthy();
    await db().syncCursor.updateMany({ where: { stream: 'event' }, data: { pageToken: '' } });
    await reconcile();
    expect(await ids()).toEqual(made);
  });
});

describe('a backfill', () => {
  const admin = () => newStaff({ role: 'admin' });

  it('reads as many days as are asked for, and tells no listener', async () => {
    const old = happen(3, 20 * day);
    happen(1, 60 * day);
    signInAt('areq_old', 'SUCCESS', 10 * day);
    const who = await admin();
    await write(startBackfill, { days: 30 }, who);
    expect(await cursorOf('event', 'backfill')).toMatchObject({ state: 'running', days: 30 });
    await backfill();
    expect(await ids()).toEqual(old);
    expect(await ids('login')).toEqual(['areq_old']);
    expect(heard).toEqual([]);
    expect(await cursorOf('event', 'backfill')).toMatchObject({ state: 'done', rowsNew: 3 });
    expect(await logOf(who)).toMatchObject([
      { action: 'activity_cache.backfill', details: { days: 30 } },
      { outcome: 'ok' },
    ]);
  });

  it('goes on where it was stopped by a failure, and ends when a person stops it', async () => {
    const made = happen(250, 5 * day);
    await write(startBackfill, { days: 30 }, await admin());
    emulator.current.faults.add({ operation: events, status: 500, times: 1 });
    await backfill();
    expect(await cursorOf('event', 'backfill')).toMatchObject({ state: 'failed' });
    await write(stopBackfill, {}, await admin());
    await backfill();
    expect(await ids()).toEqual([]);
    await write(startBackfill, { days: 30 }, await admin());
    await backfill();
    expect(await ids()).toEqual(made);
  });

  it('is refused while one runs, for more days than are kept, and to anybody but administrators', async () => {
    const who = await admin();
    await write(startBackfill, { days: 2 }, who);
    expect(await failureOf(write(startBackfill, { days: 3 }, who))).toMatchObject({ code: 'conflict' });
    for (const days of [0, 1.5, 4000, 366]) {
      const error = await failureOf(write(startBackfill, { days }, who));
      expect(error).toMatchObject({ code: 'invalid', fieldErrors: { days: expect.any(String) } });
    }
    const lead = await newStaff({ role: 'lead' });
    expect((await failureOf(write(startBackfill, { days: 2 }, lead))).code).toBe('forbidden');
    expect((await failureOf(write(stopBackfill, {}, lead))).code).toBe('forbidden');
    await write(stopBackfill, {}, who);
    expect(await failureOf(write(stopBackfill, {}, who))).toMatchObject({ code: 'conflict' });
  });
});
