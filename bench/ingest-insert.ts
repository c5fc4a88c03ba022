import pg from 'pg';
import { eventRow, type ScalekitEvent } from '@/lib/audit/activity/from-event';
import { type ActivityListener, keepActivity } from '@/lib/audit/activity/listeners';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { db } from '@/lib/db';
import { notePage, openPass } from '@/lib/features/activity-cache/cursors';
import { median } from './figure';
import '@/tests/setup/settings';

// A process of its own: what it measures is server code, which the other benchmarks never load.
const url = process.env.KEYDESK_BENCH_DATABASE ?? '';
const rounds = 7;
const pagesARound = 40;
const rowsAPage = 100;

const columns = [
  ...[
    'stream',
    'environment',
    'id',
    'at',
    'type',
    'source',
    'outcome',
    'organization_id',
    'user_id',
    'email',
  ],
  ...['target_type', 'target_id', 'words', 'data'],
];
const types = columns.map((name) => (name === 'at' ? 'timestamptz' : name === 'data' ? 'jsonb' : 'text'));

let made = 0;

function makePage(): ScalekitEvent[] {
  return Array.from({ length: rowsAPage }, () => {
    made += 1;
    const person = made % 5_000;
    return {
      ...{ id: `evt_${1_000_000_000 + made}`, type: 'user.login', object: 'User', displayName: 'User Login' },
      occurredAt: new Date(Date.now() - 86_400_000 * 20 + made * 100).toISOString(),
      organizationId: `org_${made % 300}`,
      data: {
        user: {
          id: `usr_${person}`,
          email: `person${person}@customer.example`,
          external_id: `ext-${person}`,
        },
        user_session: { session_id: `ses_${made}`, status: 'ACTIVE', device: { browser: 'Firefox' } },
      },
    };
  });
}

async function insertBare(client: pg.Client, rows: ActivityRow[]): Promise<void> {
  const list = columns.map((_, index) => `$${index + 1}::${types[index]}[]`).join(', ');
  const valuesOf = (name: string) =>
    rows.map((row) => {
      const field = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const value = row[field as keyof ActivityRow];
      return name === 'data' ? JSON.stringify(value) : (value ?? null);
    });
  await client.query({
    name: 'bare',
    text: `INSERT INTO bare.entry (${columns.join(', ')}) SELECT * FROM unnest(${list})`,
    values: columns.map(valuesOf),
  });
}

/** The same table without what keeps ids once: columns, partitions and indexes. */
async function makeBareTable(client: pg.Client): Promise<void> {
  const months = await client.query<{ name: string; bounds: string }>(
    `SELECT c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bounds
     FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid WHERE i.inhparent = 'activity.event'::regclass`,
  );
  await client.query(`
    CREATE SCHEMA bare;
    CREATE TABLE bare.entry (LIKE activity.entry INCLUDING ALL) PARTITION BY LIST (stream);
    CREATE TABLE bare.event PARTITION OF bare.entry FOR VALUES IN ('event') PARTITION BY RANGE (at);`);
  for (const { name, bounds } of months.rows)
    await client.query(`CREATE TABLE bare."${name}" PARTITION OF bare.event ${bounds}`);
}

async function rowsPerSecond<Page>(work: (page: Page) => Promise<void>, pages: Page[]) {
  const begin = performance.now();
  for (const page of pages) await work(page);
  return (pages.length * rowsAPage) / ((performance.now() - begin) / 1000);
}

const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' });
process.env.DATABASE_URL = url;
await client.connect();
let cursor = await openPass({ environment: 'production', stream: 'event', purpose: 'reconcile' });
let told = 0;
const listener: ActivityListener = {
  name: 'bench',
  hear: async (_name, rows) => {
    told += rows.length;
  },
};
const toRows = (events: ScalekitEvent[]) => events.map((event) => eventRow('production', event));
/** A step of `runPass`, but for the call to Scalekit. */
const store = async (events: ScalekitEvent[]) => {
  const rows = toRows(events);
  const { added } = await keepActivity(rows, [listener]);
  cursor = await notePage(cursor, { rows, nextPageToken: 'next' }, added.length);
};
// Makes the months that the bare table copies.
for (let page = 0; page < 2; page += 1) await store(makePage());
await makeBareTable(client);

const rates = { own: [] as number[], bare: [] as number[] };
for (let round = -1; round < rounds; round += 1) {
  const pages = Array.from({ length: pagesARound }, makePage);
  const own = await rowsPerSecond(store, pages);
  const bare = await rowsPerSecond((rows) => insertBare(client, rows), pages.map(toRows));
  if (round < 0) continue;
  rates.own.push(own);
  rates.bare.push(bare);
}
if (told !== made) throw new Error(`The listener heard of ${told} of ${made} rows`);
await client.end();
await db().$disconnect();
process.stdout.write(JSON.stringify({ own: median(rates.own), bare: median(rates.bare) }));
