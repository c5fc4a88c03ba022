import 'server-only';
import { pool } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { subjectMacs } from './erased-subjects';
import { ensurePartition, forgetPartition, partitionName } from './partitions';
import type { ActivityRow } from './row';

/** What stands in place of an erased person's data; the login log's next reading leaves such a row alone. */
export const emptied = { erased: true };

/**
 * The channel of `NOTIFY`; its payloads are JSON, `{ environment, stream, changed, ids }`. Together they name every row
 * of a statement: `changed` are sign-ins whose outcome moved, the others are new.
 */
export const activityChannel = 'activity';

/** Postgres takes less than 8,000 bytes at once: a payload ends with the id that comes to this many. */
const payloadBytes = 4_000;

/** A webhook's message, by its id: sent again it keeps it. */
export type Message = { environment: string; id: string };

/** Ids of rows that are new, and of sign-ins whose outcome came later than their row. */
export type Stored = { added: string[]; changed: string[] };

/**
 * Stores rows, each id once; a row that is there already is left as it is.
 * @param rows at most a few thousand, of any streams and months
 * @returns the ids that are new
 * @throws Error when Postgres does not answer
 */
export async function insertActivity(rows: ActivityRow[]): Promise<string[]> {
  return (await storeActivity(rows)).added;
}

/**
 * As `insertActivity`, and says too which sign-ins changed: the login log keeps one row for each and moves its status.
 * One statement: rows, ids, messages and the `NOTIFY` come together or not at all.
 * @param messages the webhooks that brought the rows, each counted; none for rows that were read
 */
export async function storeActivity(given: ActivityRow[], messages: Message[] = []): Promise<Stored> {
  if (given.length === 0) return { added: [], changed: [] };
  const rows = eachOnce(given);
  await ensureMonths(rows);
  const hasLogins = rows.some(({ stream }) => stream === 'login');
  const inParts = bytesToTell(rows) > payloadBytes;
  const { text, values } = storing(rows, messages, { hasLogins, inParts });
  // By name, so that Postgres plans it once for each connection: that takes longer than the rows do.
  const name = [
    'activity',
    hasLogins && 'with logins',
    inParts && 'in parts',
    messages.length > 0 && 'from webhooks',
  ]
    .filter(Boolean)
    .join(' ');
  const query = { name, text, values };
  const told = await pool()
    .query<NewsRow>(query)
    .catch(async (error) => {
      if (!/no partition of relation/.test(String(error))) throw error;
      // Another process dropped the month since this one saw it.
      for (const { stream, at } of rows) forgetPartition(partitionName(stream, new Date(at)));
      await ensureMonths(rows);
      return pool().query<NewsRow>(query);
    });
  return {
    added: told.rows.flatMap(({ added }) => added ?? []),
    changed: told.rows.flatMap(({ changed }) => changed ?? []),
  };
}

/** What one payload tells of. */
type NewsRow = { added: string[] | null; changed: string[] | null };

/** By id, in one order for all processes: two that store the same rows do not wait for each other in a circle. */
function eachOnce(rows: ActivityRow[]): ActivityRow[] {
  const byKey = new Map(rows.map((row) => [`${row.environment} ${row.stream} ${row.id}`, row]));
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** What the ids of all rows take in one payload. */
function bytesToTell(rows: ActivityRow[]): number {
  return rows.reduce((sum, { id }) => sum + Buffer.byteLength(JSON.stringify(id)) + 2, 0);
}

async function ensureMonths(rows: ActivityRow[]): Promise<void> {
  const months = new Map(
    rows.map(({ stream, at }) => [partitionName(stream, new Date(at)), [stream, new Date(at)] as const]),
  );
  for (const [stream, at] of months.values()) await ensurePartition(stream, at);
}

// Text from outside may hold what JSONB refuses: the character zero, and halves of surrogate pairs.
const refused = /\\u0000|\\ud[89a-f][0-9a-f]{2}/;

/** As JSON text that JSONB takes. Whole pairs are written as themselves, so only halves are escapes. */
function toText(rows: ActivityRow[]): string {
  const text = JSON.stringify(rows.map(toColumns));
  if (!refused.test(text)) return text;
  // A backslash before the backslash makes it text about an escape.
  return text.replace(/\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/g, (found) =>
    found === '\\\\' ? found : '\ufffd',
  );
}

type Kind = { hasLogins: boolean; inParts: boolean };

function storing(rows: ActivityRow[], messages: Message[], { hasLogins, inParts }: Kind): Prisma.Sql {
  // Whether anybody was erased is asked once; where nobody was, as a rule, nothing more is.
  return Prisma.sql`
    WITH given AS MATERIALIZED (
      SELECT stream, environment, id, at, since, type, source, outcome, organization_id, connection_id, user_id,
        target_type, target_id, auth_request_id, actor,
        CASE WHEN erased THEN NULL ELSE email END AS email, CASE WHEN erased THEN '' ELSE words END AS words,
        CASE WHEN erased THEN ${JSON.stringify(emptied)}::jsonb ELSE data END AS data
      FROM json_to_recordset(${toText(rows)}::json) AS r(stream text, environment text, id text,
        at timestamptz, since timestamptz, type text, source text, outcome text, organization_id text,
        connection_id text, user_id text, email text, target_type text, target_id text, auth_request_id text,
        actor text, words text, data jsonb, subjects text[]),
        LATERAL (SELECT (SELECT EXISTS (SELECT FROM erased_subject)) AND EXISTS (
          SELECT FROM erased_subject AS s WHERE s.environment = r.environment AND s.mac = ANY(r.subjects)
        ) AS erased OFFSET 0) AS known
    ), fresh AS (
      INSERT INTO activity.entry_id (environment, stream, id, at)
      SELECT environment, stream, id, at FROM given
      ON CONFLICT DO NOTHING RETURNING environment, stream, id
    ), stored AS (
      INSERT INTO activity.entry (stream, environment, id, at, since, type, source, outcome, organization_id,
        connection_id, user_id, email, target_type, target_id, auth_request_id, actor, words, data)
      SELECT stream, environment, id, at, since, type, source, outcome, organization_id, connection_id, user_id,
        email, target_type, target_id, auth_request_id, actor, words, data
      FROM given JOIN fresh USING (environment, stream, id)
      RETURNING environment, stream, id, at, type, outcome
    ), ${hasLogins ? changedLogins : noneChanged}, pushed AS (${toPushes})${noted(messages)}, touched AS (
      SELECT environment, stream, id, true AS is_new FROM stored
      UNION ALL SELECT environment, stream, id, false FROM changed
    ), parted AS (
      SELECT *, ${inParts ? partOf : Prisma.sql`0`} AS part FROM touched
    )
    SELECT array_agg(id) FILTER (WHERE is_new) AS added, array_agg(id) FILTER (WHERE NOT is_new) AS changed,
      pg_notify(${activityChannel}, json_build_object('environment', environment, 'stream', stream,
        'changed', NOT is_new, 'ids', json_agg(id))::text)::text AS notified
    FROM parted GROUP BY environment, stream, is_new, part`;
}

/** Which payload an id goes into: as many as fit, by the bytes of those before it. */
const partOf = Prisma.sql`coalesce(sum(octet_length(to_json(id)::text) + 2) OVER (
  PARTITION BY environment, stream, is_new ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
), 0) / ${payloadBytes}::bigint`;

/** Each message once, with how often it came again. */
function noted(messages: Message[]): Prisma.Sql {
  if (messages.length === 0) return Prisma.empty;
  return Prisma.sql`, noted AS (
    INSERT INTO webhook_delivery AS d (environment, message_id, repeats)
    SELECT environment, id, count(*) - 1
    FROM json_to_recordset(${JSON.stringify(messages)}::json) AS r(environment text, id text)
    GROUP BY environment, id ORDER BY environment, id
    ON CONFLICT (environment, message_id) DO UPDATE SET repeats = d.repeats + excluded.repeats + 1
  )`;
}

// What is to go to receivers stands in their outbox with the row. History from before a push was made is not for it.
const toPushes = Prisma.sql`
  INSERT INTO activity_push_item (push_id, stream, entry_id, entry_at)
  SELECT p.id, r.stream, r.id, r.at
  FROM (SELECT environment, stream, id, at, type, outcome FROM stored
    UNION ALL SELECT environment, stream, id, at, type, outcome FROM changed) AS r
  JOIN activity_push AS p ON p.environment = r.environment AND r.at >= p.created_at
    AND (coalesce(cardinality(p.types), 0) = 0 OR r.type = ANY(p.types)) AND (p.outcome = '' OR r.outcome = p.outcome)
  ORDER BY r.at, r.id`;

// What is decided stays decided: an older page may be read after a newer one. Who was erased stays erased.
const changedLogins = Prisma.sql`changed AS (
  UPDATE activity.login AS e
  SET type = g.type, outcome = g.outcome, words = g.words, data = g.data,
    organization_id = coalesce(g.organization_id, e.organization_id),
    connection_id = coalesce(g.connection_id, e.connection_id),
    user_id = coalesce(g.user_id, e.user_id), email = coalesce(g.email, e.email)
  FROM given AS g JOIN activity.entry_id AS k USING (environment, stream, id)
  WHERE g.stream = 'login' AND e.environment = g.environment AND e.id = g.id AND e.at = k.at
    AND e.data IS DISTINCT FROM g.data AND e.data <> ${JSON.stringify(emptied)}::jsonb
    AND (g.outcome IN ('ok', 'failed') OR coalesce(e.outcome, 'pending') = 'pending')
  RETURNING e.environment, 'login' AS stream, e.id, e.at, e.type, e.outcome
)`;
const noneChanged = Prisma.sql`changed AS (SELECT NULL::text AS environment, NULL::text AS stream, NULL::text AS id,
  NULL::timestamptz AS at, NULL::text AS type, NULL::text AS outcome WHERE false)`;

// Written out: taking an object apart by a rest, and spreading it, takes longer than Postgres does over the row.
function toColumns(row: ActivityRow) {
  return {
    stream: row.stream,
    environment: row.environment,
    id: row.id,
    at: row.at,
    since: row.since,
    type: row.type,
    source: row.source,
    outcome: row.outcome,
    organization_id: row.organizationId,
    connection_id: row.connectionId,
    user_id: row.userId,
    email: row.email,
    target_type: row.targetType,
    target_id: row.targetId,
    auth_request_id: row.authRequestId,
    actor: row.actor,
    words: row.words ?? '',
    data: row.data ?? {},
    subjects: [row.email, row.userId].flatMap((subject) => (subject ? subjectMacs(subject) : [])),
  };
}
