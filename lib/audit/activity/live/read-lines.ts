import 'server-only';
import type { LiveLine } from '@/lib/activity/live-line';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import type { RowNotice } from './listener';

/** A line with the moment it was stored, to the microsecond: what a stream goes on from. */
export type ReceivedLine = LiveLine & { received: string };

/** Lines that are read for one telling at most; more than that nobody follows with their eyes. */
export const mostLines = 200;

const columns = Prisma.sql`entry.environment, entry.stream, entry.id AS "entryId",
  to_char(entry.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, entry.type, entry.source, entry.outcome,
  entry.organization_id AS "organizationId", entry.connection_id AS "connectionId", entry.user_id AS "userId",
  entry.email, entry.target_type AS "targetType", entry.target_id AS "targetId", entry.actor,
  left(entry.words, 500) AS words, to_char(entry.received_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS received`;

// Streams of one process hear of the same rows at the same moment.
const reading = new WeakMap<RowNotice[], Promise<ReceivedLine[]>>();

/** The rows that were told of, oldest first; those beyond `mostLines` are left out. One read for all who ask. */
export function readTold(notices: RowNotice[]): Promise<ReceivedLine[]> {
  const known = reading.get(notices);
  if (known) return known;
  const lines = read(notices);
  reading.set(notices, lines);
  return lines;
}

async function read(notices: RowNotice[]): Promise<ReceivedLine[]> {
  const pairs = notices.flatMap(({ environment, ids }) => ids.map((id) => ({ environment, id })));
  const told = JSON.stringify(pairs.slice(-mostLines));
  return db().$queryRaw<ReceivedLine[]>`
    SELECT ${columns}
    FROM jsonb_to_recordset(${told}::jsonb) AS told(environment text, id text)
    JOIN activity.entry_id known ON known.environment = told.environment AND known.id = told.id
      AND known.stream IN ('event', 'login', 'change')
    JOIN activity.entry entry ON entry.environment = known.environment AND entry.at = known.at
      AND entry.id = known.id AND entry.stream = known.stream
    ORDER BY entry.received_at, entry.id`;
}

/**
 * What came in after a moment, oldest first, at most `mostLines`. It looks among rows of the last hour before it: there
 * is no index on when a row was stored, and a late row is found by opening the timeline again.
 */
export function readSince(received: string, environments: string[]): Promise<ReceivedLine[]> {
  return db().$queryRaw<ReceivedLine[]>`
    SELECT ${columns} FROM activity.entry entry
    WHERE entry.environment = ANY(${environments}) AND entry.received_at > ${received}::timestamptz
      AND entry.at > ${received}::timestamptz - interval '1 hour'
    ORDER BY entry.received_at, entry.id LIMIT ${mostLines}`;
}

/** Postgres' own clock, as rows are stamped with it. */
export async function readNow(): Promise<string> {
  const [row] = await db().$queryRaw<{ now: string }[]>`
    SELECT to_char(clock_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now`;
  return row?.now ?? '';
}
