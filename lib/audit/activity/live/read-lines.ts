import 'server-only';
import type { LiveLine } from '@/lib/activity/live-line';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import type { RowNotice } from './listener';

/** A line with the moment it was stored, to the microsecond: what a stream goes on from. */
export type ReceivedLine = LiveLine & { received: string };

/** Lines that one statement reads at most. */
export const mostLines = 5_000;

const columns = Prisma.sql`entry.environment, entry.stream, entry.id AS "entryId",
  to_char(entry.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, entry.type, entry.source, entry.outcome,
  entry.organization_id AS "organizationId", entry.connection_id AS "connectionId", entry.user_id AS "userId",
  entry.email, entry.target_type AS "targetType", entry.target_id AS "targetId", entry.actor,
  left(entry.words, 500) AS words, to_char(entry.received_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS received`;

// Streams of one process hear of the same rows at the same moment.
const reading = new WeakMap<RowNotice[], Promise<ReceivedLine[]>>();

/**
 * The rows that were told of, each once, in the order in which they came in. Of a burst beyond `mostLines` the last
 * are read. One read for all who ask.
 */
export function readTold(notices: RowNotice[]): Promise<ReceivedLine[]> {
  const known = reading.get(notices);
  if (known) return known;
  const lines = read(notices);
  reading.set(notices, lines);
  return lines;
}

async function read(notices: RowNotice[]): Promise<ReceivedLine[]> {
  const pairs = notices.flatMap(({ ids, ...rest }) => ids.map((id) => ({ ...rest, id })));
  const told = JSON.stringify(pairs.slice(-mostLines));
  // A row that came in and moved within one burst is new.
  return db().$queryRaw<ReceivedLine[]>`
    SELECT ${columns}, told.changed
    FROM (
      SELECT known.environment, known.stream, known.id, known.at, bool_and(named.changed) AS changed
      FROM jsonb_to_recordset(${told}::jsonb) AS named(environment text, stream text, id text, changed boolean)
      JOIN activity.entry_id known ON known.environment = named.environment AND known.id = named.id
        AND known.stream IN ('event', 'login', 'change') AND known.stream = coalesce(named.stream, known.stream)
      GROUP BY known.environment, known.stream, known.id, known.at
    ) AS told
    JOIN activity.entry entry ON entry.environment = told.environment AND entry.at = told.at
      AND entry.id = told.id AND entry.stream = told.stream
    ORDER BY entry.received_at, entry.id`;
}

/**
 * What came in after a moment, or after a line, in the order in which it came in, at most `mostLines`. It looks among
 * rows of the last hour before it: there is no index on when a row was stored, and a late row is found by opening the
 * timeline again.
 */
export function readSince(
  { received, entryId = null }: { received: string; entryId?: string | null },
  environments: string[],
): Promise<ReceivedLine[]> {
  const beyond =
    entryId === null
      ? Prisma.sql`entry.received_at > ${received}::timestamptz`
      : Prisma.sql`(entry.received_at, entry.id) > (${received}::timestamptz, ${entryId})`;
  return db().$queryRaw<ReceivedLine[]>`
    SELECT ${columns}, false AS changed FROM activity.entry entry
    WHERE entry.environment = ANY(${environments}) AND ${beyond}
      AND entry.at > ${received}::timestamptz - interval '1 hour'
    ORDER BY entry.received_at, entry.id LIMIT ${mostLines}`;
}

/** Postgres' own clock, as rows are stamped with it. */
export async function readNow(): Promise<string> {
  const [row] = await db().$queryRaw<{ now: string }[]>`
    SELECT to_char(clock_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now`;
  return row?.now ?? '';
}
