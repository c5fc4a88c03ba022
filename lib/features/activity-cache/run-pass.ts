import 'server-only';
import type { ActivityListener } from '@/lib/audit/activity/listeners';
import { keepActivity } from '@/lib/audit/activity/listeners';
import { AppError } from '@/lib/errors';
import type { SyncCursor } from '@/lib/generated/prisma/client';
import { isWaiting } from '@/lib/noted-times';
import { type CursorKey, endPass, notePage, openPass, restartPass, update } from './cursors';
import { readPage } from './read-page';

/** What works on the streams: listeners hear of new rows, but not of history. */
export type PassContext = { stop: AbortSignal; until: number; listeners: ActivityListener[] };

/** Waits after a failure, a refusal, and a limit that does not say how long. */
const pauses = { failed: 60_000, refused: 60 * 60_000, limit: 5_000 };
export const longestPauseMs = pauses.refused;

/**
 * Reads a stream's window page by page, each page stored before the cursor moves: a process that dies in between reads
 * one page twice, and each id is kept once.
 * @returns when to go on; null when the window is read, stopped, or not to be read now
 */
export async function runPass(key: CursorKey, context: PassContext): Promise<Date | null> {
  let cursor = await openPass(key);
  if (isWaiting(cursor.waitUntil, longestPauseMs)) return cursor.waitUntil;
  while (!context.stop.aborted && Date.now() < context.until) {
    if (cursor.state === 'stopped') return null;
    try {
      const page = await readPage[key.stream](key.environment, windowOf(cursor));
      const listeners = key.purpose === 'backfill' ? [] : context.listeners;
      const { added } = await keepActivity(page.rows, listeners);
      if (page.nextPageToken !== '' && page.nextPageToken === cursor.pageToken)
        throw new AppError('invalid', 'Scalekit names the same page as the next one.');
      cursor = await notePage(cursor, page, added.length);
      if (page.nextPageToken === '') {
        await endPass(cursor);
        return null;
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const shorter = isBadToken(error, cursor) && (await restartPass(cursor));
      if (!shorter) return await noteFailure(cursor, error);
      cursor = shorter;
    }
  }
  return new Date();
}

function windowOf({ passFrom, passUntil, pageToken }: SyncCursor) {
  return { from: passFrom ?? new Date(0), until: passUntil, pageToken: pageToken ?? '' };
}

/** Without a token there is nothing to restart from: then the refusal is about the window itself. */
function isBadToken({ code }: AppError, { pageToken }: SyncCursor): boolean {
  return code === 'invalid' && Boolean(pageToken);
}

async function noteFailure(cursor: SyncCursor, error: AppError): Promise<Date> {
  const isLimit = error.code === 'rate_limited';
  const state = isLimit ? 'waiting' : isRefusal(error) ? 'refused' : 'failed';
  const asked = Math.min(longestPauseMs, Math.max(1_000, error.retryAfterMs ?? pauses.limit));
  const pause = isLimit ? asked : pauses[state as 'failed'];
  const waitUntil = new Date(Date.now() + pause);
  const { message: sentence, requestId = null } = error;
  await update(cursor, { state, sentence, requestId, waitUntil, lastRunAt: new Date() });
  return waitUntil;
}

/** Scalekit's word that the operation is not for this environment; our own refusals carry no request id. */
function isRefusal({ code, message, requestId }: AppError): boolean {
  const says = code === 'forbidden' || code === 'not_found' || message.startsWith('Scalekit does not offer');
  return requestId !== undefined && says;
}
