import pg from 'pg';
import { expect, it } from 'vitest';
import { emitEvent } from '@/emulator/events/emit';
import { db } from '@/lib/db';
import { syncEnvironment } from '@/lib/features/activity-cache/handlers';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { startWorkerProcess, until } from './worker-process';

process.env.API_BUDGET_PER_MINUTE = '100000';
withTestDatabase();
const emulator = withEmulator();
const operation = 'events.listEventsPaginated';

type Counts = { rows: number; distinct: number; ids: number; outbox: number };

async function count(): Promise<Counts> {
  const [found] = await db().$queryRaw<Counts[]>`
    SELECT (SELECT count(*)::int FROM activity.entry) AS rows,
      (SELECT count(DISTINCT id)::int FROM activity.entry) AS distinct,
      (SELECT count(*)::int FROM activity.entry_id) AS ids,
      (SELECT count(*)::int FROM activity_push_item) AS outbox`;
  return found ?? { rows: 0, distinct: 0, ids: 0, outbox: 0 };
}

const each = (n: number): Counts => ({ rows: n, distinct: n, ids: n, outbox: n });

it('a reconciler that is killed between its page and its cursor loses nothing and doubles nothing', async () => {
  const { environment, clock, faults } = emulator.current;
  const data = { id: 'role_1', name: 'reader' };
  const start = clock.now() - 60_000;
  const made = Array.from({ length: 900 }, (_, index) =>
    emitEvent(environment, { type: 'role.created', data, at: start + index }),
  );
  // Paused, so that what is to go out stays in its outbox.
  const push = { environment: 'production', name: 'n', url: 'https://in.example', format: 'jsonl' };
  const times = { createdAt: new Date(start - 1_000), pausedAt: new Date() };
  await db().activityPush.create({ data: { ...push, ...times, createdByEmail: 'sam@keydesk.test' } });

  faults.add({ operation, latencyMs: 150 });
  const killed = startWorkerProcess();
  await until('a page is stored', async () => (await count()).ids >= 100);
  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE sync_cursor IN ACCESS EXCLUSIVE MODE');
  const waits = `FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()
    AND query LIKE 'UPDATE sync_cursor SET state = ''running''%' AND query LIKE '%page_token%'`;
  // Not over the holder's connection: within a transaction the list of activities stays as it was first read.
  const look = (what: string) => db().$queryRawUnsafe<unknown[]>(`SELECT ${what} ${waits}`);
  await until('its cursor is held', async () => (await look('pid')).length === 1, 30_000);
  await killed.kill();
  // What it sent already must not be carried out after its death.
  await look('pg_terminate_backend(pid)');
  await holder.query('COMMIT');
  await holder.end();

  const where = { environment: 'production', stream: 'event' };
  const { rowsNew } = await db().syncCursor.findFirstOrThrow({ where });
  const { ids } = await count();
  expect(ids, 'the page is stored, its cursor has not moved').toBe(rowsNew + 100);
  expect(ids, 'it died on its way').toBeLessThan(900);
  expect(await count(), 'row, id and outbox come together').toEqual(each(ids));
  faults.clear();
  await syncEnvironment('production', 'reconcile', [], new AbortController().signal);
  expect(await db().syncCursor.findFirst({ where })).toMatchObject({ state: 'idle' });
  expect(await count()).toEqual(each(made.length));
}, 120_000);
