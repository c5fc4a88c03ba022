import pg from 'pg';
import { beforeEach, expect, it } from 'vitest';
import { activityFilter } from '@/lib/activity/filter';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import { exportPages } from '@/lib/features/activity/export/export-pages';
import { noteClock } from '@/lib/scalekit/clock';
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
  await db().$executeRaw`TRUNCATE activity.entry, activity.entry_id`;
  await insertActivity(months.map(row));
});

it('drops whole months of which no row is kept any more, with their ids, and takes late rows all the same', async () => {
  expect(await dropOld(now)).toEqual(['event_2025_09', 'event_2025_10']);
  expect(await partitions()).toEqual(['event_2025_11', 'event_2025_12', 'event_2026_11']);
  expect(await keptIds()).toEqual(['evt_2025-11', 'evt_2025-12', 'evt_2026-11']);
  expect(await dropOld(now), 'a second run finds nothing').toEqual([]);
  expect(await insertActivity([row('2025-09')]), 'this process knows that the month is gone').toHaveLength(1);
});

it('drops nothing that is to be kept when our clock has jumped ahead, whoever is witness', async () => {
  const ahead = new Date('2028-01-01T12:00:00Z');
  await db().webhookDelivery.create({
    data: { environment: 'production', messageId: 'm', receivedAt: new Date('2026-11-14T00:00:00Z') },
  });
  // A change is dated by our own clock: it proves nothing.
  await insertActivity([
    { ...row('2027-12'), stream: 'change', source: 'snapshot' },
    { ...row('2026-06'), stream: 'change', source: 'snapshot' },
  ]);
  expect(await dropOld(ahead), 'by the newest event').toEqual(['event_2025_09', 'event_2025_10']);
  expect(await db().webhookDelivery.count()).toBe(1);
  const saying = new Headers({ date: new Date('2026-11-22T12:00:00Z').toUTCString() });
  noteClock('production', saying, 0, ahead.getTime());
  expect(await dropOld(ahead), 'by the date of an answer').toEqual([]);
  expect(await db().webhookDelivery.count(), 'its week is over').toBe(0);
  await db().$executeRaw`TRUNCATE activity.entry, activity.entry_id`;
  const later = new Date('2029-01-01T12:00:00Z');
  await insertActivity([{ ...row('2026-06'), stream: 'change', source: 'snapshot' }]);
  expect(await dropOld(later), 'without a witness').toEqual([]);
  expect(await keptIds()).toEqual(['evt_2026-06']);
});

it('may run in the middle of an export: no error, and what is kept is told once', async () => {
  const kept = Array.from({ length: 5_010 }, (_, n) => ({
    ...row('2026-11'),
    id: `evt_${n}`,
    at: new Date(Date.parse('2026-11-01T00:00:00Z') + n).toISOString(),
  }));
  await insertActivity(kept);
  const filter = activityFilter.parse({});
  const selection = { environment: 'production', customers: 'all' as const, mayReadStaff: false, filter };
  const pages = exportPages(selection, 'jsonl');
  const texts: string[] = [];
  const first = pages.next().then(({ value }) => texts.push(value?.text ?? ''));
  const [dropped] = await Promise.all([dropOld(now, '5s'), first]);
  expect(dropped).toEqual(['event_2025_09', 'event_2025_10']);
  for await (const { text } of pages) texts.push(text);
  const lines = texts.join('').trimEnd().split('\n');
  const told = lines.map((line) => (JSON.parse(line) as { id: string }).id);
  const rest = ['evt_2025-11', 'evt_2025-12', 'evt_2026-11'];
  expect(told.sort()).toEqual([...kept.map(({ id }) => id), ...rest].sort());
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
