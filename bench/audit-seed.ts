import { availableParallelism } from 'node:os';
import pg from 'pg';
import { eventTypes } from '@/lib/activity/event-types.data';
import { type PostgresServer, startPostgres } from '../scripts/postgres/start-postgres';
import { migrateDatabase } from '../scripts/stack/migrate-database';
import { report } from './start-console';

/** Twelve months end here: a fixed time, so that a folder made earlier is as good as a fresh one. */
export const seedEnd = Date.UTC(2026, 10, 1);
const months = 12;
const organizations = 5_000;
const shares = { event: 0.55, login: 0.4, change: 0.05 } as const;
/** Acts of our own people beside the rows of the cache, each an intent and its outcome. */
const staffShare = 0.02;
const types = eventTypes.map(({ type }) => `'${type}'`).join(', ');

/**
 * A Postgres whose activity cache holds this many rows of `production`; its folder is kept and used again. Each month is
 * filled as a table of its own and then attached, which is when its indexes are made.
 */
export async function startSeeded(rows: number): Promise<PostgresServer> {
  const server = await startPostgres({
    folder: `.data/bench-audit-${rows}`,
    parameters: {
      ...{ fsync: 'off', full_page_writes: 'off', max_wal_size: '4GB', shared_buffers: '512MB' },
      ...{ maintenance_work_mem: '512MB', synchronous_commit: 'off' },
    },
  });
  try {
    await migrateDatabase(server.url('keydesk'));
    await seed(server.url('keydesk'), rows);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function seed(url: string, rows: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const work = Object.entries(shares).flatMap(([stream, share]) =>
      Array.from({ length: months }, (_, back) => ({
        stream,
        back,
        count: Math.round((rows * share) / months),
      })),
    );
    for (const { stream, back, count } of work) await fillMonth(client, stream, back, count, rows);
    await fillStaffLog(client, Math.round(rows * staffShare));
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

async function fillMonth(client: pg.Client, stream: string, back: number, count: number, rows: number) {
  const end = new Date(seedEnd);
  const month = (add: number) => new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - back + add, 1));
  const [from, to] = [month(-1), month(0)];
  const name = `${stream}_${from.toISOString().slice(0, 7).replace('-', '_')}`;
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_inherits WHERE inhrelid = to_regclass('activity.${name}')`,
  );
  if (rowCount) return;
  report(`Seeding ${rows} rows: ${name}`);
  await client.query(`DROP TABLE IF EXISTS activity."${name}"`);
  await client.query(`CREATE TABLE activity."${name}" (LIKE activity.entry INCLUDING DEFAULTS)`);
  await client.query(fillStatement(name, stream, count), [from, (to.getTime() - from.getTime()) / 1000]);
  await client.query(`SET max_parallel_maintenance_workers = ${Math.max(0, availableParallelism() - 1)}`);
  await client.query(
    `ALTER TABLE activity."${stream}" ATTACH PARTITION activity."${name}"
       FOR VALUES FROM ('${from.toISOString()}') TO ('${to.toISOString()}')`,
  );
}

/** Rows spread evenly over the month, customers unevenly: a few have many. */
function fillStatement(name: string, stream: string, count: number): string {
  const type = {
    event: `(ARRAY[${types}])[1 + n % ${eventTypes.length}]`,
    login: `(ARRAY['login.sso', 'login.passwordless', 'login.social'])[1 + n % 3]`,
  }[stream];
  return `
    INSERT INTO activity."${name}" (stream, environment, id, at, type, source, outcome, organization_id, connection_id,
      user_id, email, target_type, target_id, words, data)
    SELECT '${stream}', 'production', '${name}_' || n,
      date_trunc('milliseconds', $1::timestamptz + $2::float8 * (n::float8 / ${count}) * interval '1 second'),
      ${type ?? `'connection.changed'`}, '${{ event: 'scalekit', login: 'login_log' }[stream] ?? 'snapshot'}',
      CASE WHEN n % 11 = 0 THEN 'failed' ELSE 'ok' END,
      'org_' || org, 'conn_' || org, 'usr_' || person, 'person' || person || '@acme.test', 'user', 'usr_' || person,
      'person' || person || '@acme.test org_' || org,
      jsonb_build_object('id', 'usr_' || person, 'name', 'Person ' || person, 'organization_id', 'org_' || org)
    FROM (
      SELECT n, (power(random(), 3) * ${organizations})::int AS org, (random() * 100000)::int AS person
      FROM generate_series(0, ${count - 1}) AS n
    ) AS made`;
}

/** Acts spread over the twelve months: two rows each, one after the other. */
async function fillStaffLog(client: pg.Client, acts: number): Promise<void> {
  const { rows } = await client.query<{ has: boolean }>('SELECT EXISTS (SELECT FROM staff_log) AS has');
  if (rows[0]?.has) return;
  report(`Seeding ${acts} acts of staff`);
  await client.query(
    `INSERT INTO staff_log (id, at, environment, kind, intent_id, actor_email, actor_role, action, organization_id,
       target_type, target_id, outcome)
     SELECT 2 * n + ends, $1::timestamptz - interval '365 days' * (1 - n::float8 / ${acts}) - interval '1 second',
       'production', CASE ends WHEN 1 THEN 'intent' ELSE 'outcome' END, CASE ends WHEN 2 THEN 2 * n + 1 END,
       'person' || n % 40 || '@keydesk.test', 'support', 'api_key.create', 'org_' || (power(random(), 3) * ${organizations})::int,
       'api_key', 'apit_' || n, CASE ends WHEN 2 THEN CASE WHEN n % 11 = 0 THEN 'failed' ELSE 'ok' END END
     FROM generate_series(0, ${acts - 1}) AS n, generate_series(1, 2) AS ends`,
    [new Date(seedEnd)],
  );
}
