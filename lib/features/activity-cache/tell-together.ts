import 'server-only';
import type { Stored } from '@/lib/audit/activity/insert-activity';
import { type ActivityListener, tellListeners } from '@/lib/audit/activity/listeners';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { logger } from '@/lib/logger';

type News = { rows: ActivityRow[]; stored: Stored };

const atOnce = 200;
/** Listeners that are so far behind hear of the rest by their own ways to catch up. */
const mostWaiting = 10_000;
const waiting: News[] = [];
let telling: Promise<void> | undefined;

/**
 * Tells the listeners what webhooks have brought. What comes while they are told is told together: a burst asks them
 * seldom, and takes a few of the connections that pages use too, not all of them.
 * @returns when these rows are told too. Never throws.
 */
export function tellTogether(
  rows: ActivityRow[],
  stored: Stored,
  listeners: ActivityListener[],
): Promise<void> {
  if (waiting.length >= mostWaiting) {
    logger.warn({ rows: rows.length }, 'Listeners of the activity cache are too far behind to be told');
    return Promise.resolve();
  }
  waiting.push({ rows, stored });
  telling ??= tellWaiting(listeners).finally(() => {
    telling = undefined;
  });
  return telling;
}

async function tellWaiting(listeners: ActivityListener[]): Promise<void> {
  while (waiting.length > 0) {
    const news = waiting.splice(0, atOnce).map(({ rows, stored }) => {
      // What was stored together with others names them all.
      const known = new Set([...stored.added, ...stored.changed]);
      return rows.filter(({ id }) => known.has(id));
    });
    const rows = [...new Map(news.flat().map((row) => [`${row.environment} ${row.id}`, row])).values()];
    await tellListeners(rows, { added: rows.map(({ id }) => id), changed: [] }, listeners);
  }
}
