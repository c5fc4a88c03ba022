import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emitEvent } from '@/emulator/events/emit';
import { db } from '@/lib/db';
import { syncEnvironment } from '@/lib/features/activity-cache/handlers';
import { type PostgresServer, startPostgres } from '@/scripts/postgres/start-postgres';
import { withEmulator } from '@/tests/setup/emulator';
import { readMigrations, runSql } from '@/tests/setup/start-test-postgres';
import { until } from './worker-process';

process.env.API_BUDGET_PER_MINUTE = '100000';
let folder: string;
let server: PostgresServer;

/** A server of its own, since the others' tests go on beside this one. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keydesk-crash-'));
  server = await startPostgres({ folder });
  await runSql(server.url('postgres'), ['CREATE DATABASE keydesk']);
  await runSql(server.url('keydesk'), await readMigrations());
  process.env.DATABASE_URL = server.url('keydesk');
}, 60_000);

// After the settings are made: its first call reads them.
const emulator = withEmulator();

afterAll(async () => {
  await db().$disconnect();
  await server.stop();
  await rm(server.folder, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

it('what Postgres has lost of a page when it is killed is read again, and nothing is doubled', async () => {
  const { environment, clock, faults } = emulator.current;
  const start = clock.now() - 60_000;
  const data = { id: 'role_1', name: 'reader' };
  const made = Array.from({ length: 1_000 }, (_, index) =>
    emitEvent(environment, { type: 'role.created', data, at: start + index }),
  );
  const count = async () => {
    const [row] = await db().$queryRaw<{ rows: number; ids: number; known: number }[]>`
      SELECT (SELECT count(*)::int FROM activity.entry) AS rows,
        (SELECT count(DISTINCT id)::int FROM activity.entry) AS ids,
        (SELECT count(*)::int FROM activity.entry_id) AS known`;
    return row ?? { rows: 0, ids: 0, known: 0 };
  };
  faults.add({ operation: 'events.listEventsPaginated', latencyMs: 20 });
  const stop = new AbortController().signal;
  const sync = () => syncEnvironment('production', 'reconcile', [], stop);

  const broken = sync().catch(() => null);
  await until('some pages are stored', async () => (await count()).rows >= 200);
  process.kill(server.pid, 'SIGKILL');
  await server.exited;
  await broken;
  server = await startPostgres({ folder, port: server.port });

  const survived = await count();
  expect(survived.rows).toBeGreaterThanOrEqual(200);
  expect(survived.rows).toBeLessThan(1_000);
  expect(survived.known, 'ids and rows come together').toBe(survived.rows);
  await db().syncCursor.updateMany({ data: { waitUntil: null } });
  await sync();
  expect(await count()).toEqual({ rows: made.length, ids: made.length, known: made.length });
}, 60_000);
