import 'server-only';
import { db, pool } from '@/lib/db';
import { env } from '@/lib/env';
import type { SyncCursor } from '@/lib/generated/prisma/client';
import { isAhead, isDueAgain } from '@/lib/noted-times';
import type { ReadPage } from './read-page';
import type { ReadStream } from './schema';

export type Purpose = 'reconcile' | 'backfill';
export type CursorKey = { environment: string; stream: ReadStream; purpose: Purpose };

const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** Read again each time, since rows may appear late and a sign-in's status moves. */
const overlapMs: Record<ReadStream, number> = { event: 10 * minuteMs, login: 60 * minuteMs };
/** Once a day so much is read again: a status that moved later than the overlap. */
const lookBackMs = 2 * dayMs;

export const where = ({ environment, stream, purpose }: CursorKey) => ({
  environment_stream_purpose: { environment, stream, purpose },
});

/** How long rows of a stream stay, in days. */
export function keptDays(stream: 'event' | 'login' | 'change'): number {
  const { ACTIVITY_EVENT_DAYS, ACTIVITY_LOGIN_DAYS, ACTIVITY_CHANGE_DAYS } = env();
  return { event: ACTIVITY_EVENT_DAYS, login: ACTIVITY_LOGIN_DAYS, change: ACTIVITY_CHANGE_DAYS }[stream];
}

/** A cursor with a pass under way: the one that was interrupted, or a new one from the last read time. */
export async function openPass(key: CursorKey, now = new Date()): Promise<SyncCursor> {
  const cursor = await db().syncCursor.upsert({ where: where(key), create: key, update: {} });
  // One that looks for what is new in the future was begun before our clock was set back.
  const isLost = key.purpose === 'reconcile' && cursor.passFrom !== null && isAhead(cursor.passFrom, +now);
  if (cursor.passFrom && !isLost) return cursor;
  const isLookBack = isDueAgain(cursor.lookedBackAt, dayMs, now.getTime());
  // By Scalekit's own times, never later than now: a clock of ours that jumps loses nothing.
  const readUntil = Math.min(cursor.readUntil?.getTime() ?? 0, now.getTime());
  const overlap = isLookBack ? lookBackMs : overlapMs[key.stream];
  const from = cursor.readUntil ? readUntil - overlap : now.getTime() - env().ACTIVITY_FIRST_DAYS * dayMs;
  const passFrom = new Date(Math.max(from, now.getTime() - keptDays(key.stream) * dayMs));
  return db().syncCursor.update({
    where: where(key),
    data: {
      ...{ passFrom, passUntil: null, passNewest: null, passReached: null, pageToken: '' },
      ...{ rowsRead: 0, rowsNew: 0, lookedBackAt: isLookBack ? now : undefined },
    },
  });
}

/** Notes a page that is stored. After it a killed worker goes on with the next one. */
export async function notePage(
  cursor: SyncCursor,
  { rows, nextPageToken }: ReadPage,
  added: number,
): Promise<SyncCursor> {
  const { environment, stream, purpose } = cursor;
  const times = rows.map(({ at }) => Date.parse(at));
  const newest = latest(cursor.passNewest, ...times);
  const oldest = times.length > 0 ? new Date(Math.min(...times)) : null;
  const reached =
    oldest && (!cursor.passReached || oldest < cursor.passReached) ? oldest : cursor.passReached;
  const now = new Date();
  const { rowCount } = await pool().query({
    name: 'activity page',
    // Not flushed by itself: a cursor that a crash of Postgres forgets has the page, which is flushed, read again.
    text: `UPDATE sync_cursor SET state = 'running', sentence = NULL, request_id = NULL, wait_until = NULL,
       page_token = $4, pass_newest = $5, pass_reached = $6, last_run_at = $7, rows_read = rows_read + $8,
       rows_new = rows_new + $9
     FROM (SELECT set_config('synchronous_commit', 'off', true)) AS unflushed
     WHERE environment = $1 AND stream = $2 AND purpose = $3 AND state <> 'stopped'`,
    values: [environment, stream, purpose, nextPageToken, newest, reached, now, rows.length, added],
  });
  return {
    ...cursor,
    ...{ state: rowCount ? 'running' : 'stopped', sentence: null, requestId: null, waitUntil: null },
    ...{ pageToken: nextPageToken, passNewest: newest, passReached: reached, lastRunAt: now },
    ...{ rowsRead: cursor.rowsRead + rows.length, rowsNew: cursor.rowsNew + added },
  };
}

/** The window is read to its end. */
export async function endPass(cursor: SyncCursor): Promise<void> {
  const now = new Date();
  // What Scalekit told, not where we asked from: that came from our clock, and nothing may be passed over by it.
  const known = latest(cursor.readUntil, cursor.passNewest);
  const readUntil = known && known > now ? now : known;
  const isBackfill = cursor.purpose === 'backfill';
  await update(cursor, {
    ...{ state: isBackfill ? 'done' : 'idle', passFrom: null, passUntil: null, pageToken: null },
    ...{ sentence: null, requestId: null, waitUntil: null, lastRunAt: now, lastOkAt: now },
    readUntil: isBackfill ? undefined : readUntil,
  });
}

/**
 * The page token is no good any more: the window is read again, but for what is read of it already.
 * @returns null when that would be the same window once more
 */
export async function restartPass(cursor: SyncCursor): Promise<SyncCursor | null> {
  if (!cursor.passReached) return null;
  // Times of one second may stand on both sides of a page's end.
  const passUntil = new Date(cursor.passReached.getTime() + 1_000);
  if (cursor.passUntil && passUntil >= cursor.passUntil) {
    // The next try begins at the window's start, with a token of its own.
    await update(cursor, { pageToken: '' });
    return null;
  }
  return update(cursor, { passUntil, pageToken: '' });
}

type Change = Parameters<ReturnType<typeof db>['syncCursor']['updateMany']>[0]['data'];

/** Changes a cursor unless a person has stopped it meanwhile. */
export async function update(cursor: SyncCursor, data: Change): Promise<SyncCursor> {
  const { environment, stream, purpose } = cursor;
  const [changed] = await db().syncCursor.updateManyAndReturn({
    where: { environment, stream, purpose, state: { not: 'stopped' } },
    data,
  });
  return changed ?? { ...cursor, state: 'stopped' };
}

function latest(...times: (Date | number | null | undefined)[]): Date | null {
  const known = times.flatMap((time) =>
    time === null || time === undefined ? [] : [new Date(time).getTime()],
  );
  return known.length > 0 ? new Date(Math.max(...known)) : null;
}
