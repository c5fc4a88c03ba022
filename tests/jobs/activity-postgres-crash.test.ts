import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { POST } from '@/app/api/webhooks/scalekit/[environment]/route';
import { emitEvent } from '@/emulator/events/emit';
import { newWebhookSecret, signWebhook } from '@/emulator/webhooks/sign';
import { db } from '@/lib/db';
import { syncEnvironment } from '@/lib/features/activity-cache/handlers';
import { type PostgresServer, startPostgres } from '@/scripts/postgres/start-postgres';
import { withEmulator } from '@/tests/setup/emulator';
import { readMigrations, runSql } from '@/tests/setup/start-test-postgres';
import { until } from './worker-process';

// Listeners hear of a webhook after its answer, which only Next can tell.
vi.mock('next/server', async (original) => ({ ...(await original<object>()), after: () => {} }));

const secret = newWebhookSecret();
process.env.API_BUDGET_PER_MINUTE = '100000';
process.env.SCALEKIT_PRODUCTION_WEBHOOK_SECRET = secret;
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

/** Sends a signed webhook. @returns its status, and how long the answer took */
async function send(n: number): Promise<{ status: number; ms: number }> {
  const [id, at] = [`msg_${n}`, Math.floor(Date.now() / 1000)];
  const occurred = new Date().toISOString();
  const body = JSON.stringify({ id: `hook_${n}`, type: 'user.login', occurred_at: occurred, data: {} });
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': signWebhook(secret, id, at, body),
  };
  const begin = performance.now();
  const request = new Request('http://localhost/hook', { method: 'POST', body, headers });
  const { status } = await POST(request, { params: Promise.resolve({ environment: 'production' }) });
  return { status, ms: performance.now() - begin };
}

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);

it('what Postgres has lost when it is killed is read or sent again, and nothing is doubled', async () => {
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
  const before = await Promise.all(numbers(0, 5).map(send));
  expect(before.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const during = numbers(5, 10).map(send);
  process.kill(server.pid, 'SIGKILL');
  await server.exited;
  const after = numbers(15, 5).map(send);
  const sent = [...before, ...(await Promise.all([...during, ...after]))];
  expect(sent.slice(15).map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
  // A connection that cannot be had is given up after five seconds, and for all that wait at once.
  for (const { ms } of sent) expect(ms).toBeLessThan(12_000);
  await broken;
  server = await startPostgres({ folder, port: server.port });

  const survived = await count();
  expect(survived.rows).toBeGreaterThanOrEqual(200);
  expect(survived.rows).toBeLessThan(1_000);
  expect(survived.known, 'ids and rows come together').toBe(survived.rows);
  const stored = await db().$queryRaw<
    { id: string }[]
  >`SELECT id FROM activity.entry_id WHERE id LIKE 'hook%'`;
  const answered = sent.flatMap(({ status }, n) => (status === 200 ? [`hook_${n}`] : []));
  expect(stored.map(({ id }) => id)).toEqual(expect.arrayContaining(answered));
  for (const [n, { status }] of sent.entries())
    if (status !== 200) expect(await send(n)).toMatchObject({ status: 200 });
  await sync();
  const all = made.length + sent.length;
  expect(await count()).toEqual({ rows: all, ids: all, known: all });
}, 60_000);
