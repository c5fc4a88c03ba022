import pg from 'pg';
import { beforeEach, expect, it } from 'vitest';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { dropOld } from './retention';

withTestDatabase();
const now = new Date('2026-11-26T12:00:00Z');
const months = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-11'];

const row = (month: string): ActivityRow => ({
  ...{ stream: 'event', environment: 'production', id: `evt_${month}`, at: `${month}-15T00:00:00Z` },
  ...{ type: 'user.login', source: 'scalekit' },
});
const partitions = async () =>
  (
    await db().$queryRaw<{ name: string }[]>`
      SELECT relname::text AS name FROM pg_class
      WHERE relnamespace = 'activity'::regnamespace AND relname ~ '[0-9]$' AND relkind = 'r' ORDER BY 1`
  ).map(({ name }) => name);
const keptIds = async () =>
  (await db().$queryRaw<{ id: string }[]>`SELECT id FROM activity.entry_id ORDER BY id`).map(({ id }) => id);

beforeEach(async () => {
  await insertActivity(months.map(row));
});

it('drops whole months of which no row is kept any more, with their ids, and takes late rows all the same', async () => {
  expect(await dropOld(now)).toEqual(['event_2025_09', 'event_2025_10']);
  expect(await partitions()).toEqual(['event_2025_11', 'event_2025_12', 'event_2026_11']);
  expect(await keptIds()).toEqual(['evt_2025-11', 'evt_2025-12', 'evt_2026-11']);
  expect(await dropOld(now), 'a second run finds nothing').toEqual([]);
  expect(await insertActivity([row('2025-09')]), 'this process knows that the month is gone').toHaveLength(1);
});

it('takes a row of a month that another process has dropped', async () => {
  await db().$executeRaw`ALTER TABLE activity.event DETACH PARTITION activity.event_2025_12`;
  await db().$executeRaw`DROP TABLE activity.event_2025_12`;
  expect(await insertActivity([{ ...row('2025-12'), id: 'evt_late' }])).toEqual(['evt_late']);
});

it('does not disturb a reader: what is being read goes with the next run, that of an interrupted one too', async () => {
  const reader = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await reader.connect();
  await reader.query('BEGIN');
  await reader.query('DECLARE c CURSOR FOR SELECT id FROM activity.entry ORDER BY at');
  const first = await reader.query('FETCH 1 FROM c');
  expect(first.rows).toEqual([{ id: 'evt_2025-09' }]);

  expect(await dropOld(now, '200ms')).toEqual([]);
  const rest = await reader.query('FETCH ALL FROM c');
  expect(rest.rows).toHaveLength(4);
  expect(await insertActivity([{ ...row('2026-11'), id: 'evt_meanwhile' }])).toEqual(['evt_meanwhile']);
  await reader.query('COMMIT');
  await reader.end();

  expect(await dropOld(now, '200ms')).toEqual(['event_2025_09', 'event_2025_10']);
  expect(await partitions()).not.toContain('event_2025_09');
  expect(await keptIds()).not.toContain('evt_2025-10');
});

it('deletes hand-overs that are over and bulk jobs that ended, and keeps what is recent or under way', async () => {
  const [old, recent] = [new Date('2025-01-01T00:00:00Z'), new Date('2026-11-01T00:00:00Z')];
  const person = { createdById: crypto.randomUUID(), createdByEmail: 'a@example.com' };
  const handOver = {
    environment: 'production',
    organizationId: 'o',
    kind: 'api_key',
    label: 'l',
    secretId: 's',
  };
  for (const [index, expiresAt] of [old, recent].entries())
    await db().handOver.create({ data: { ...handOver, ...person, tokenHash: `${index}`, expiresAt } });
  const job = { environment: 'production', kind: 'member.invite', startedByEmail: 'a@example.com' };
  const starter = { startedById: person.createdById };
  const item = { position: 1, label: 'l', key: 'k', input: {} };
  const jobs = [
    { state: 'done', finishedAt: old },
    { state: 'done', finishedAt: recent },
    { state: 'running', createdAt: old },
  ];
  for (const data of jobs)
    await db().bulkJob.create({ data: { ...job, ...starter, ...data, items: { create: item } } });
  await dropOld(now);
  expect(await db().handOver.findMany()).toMatchObject([{ tokenHash: '1' }]);
  expect((await db().bulkJob.findMany()).map(({ state }) => state).sort()).toEqual(['done', 'running']);
  expect(await db().bulkItem.count()).toBe(2);
});
