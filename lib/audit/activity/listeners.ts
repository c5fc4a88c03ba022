import 'server-only';
import { logger } from '@/lib/logger';
import { type Stored, storeActivity } from './insert-activity';
import type { ActivityRow } from './row';

/**
 * What a feature does with rows that are new, or whose sign-in moved. It hears of them after they are stored, at least
 * from the process that stored them; one that dies in between tells nobody, so a listener needs a way of its own to
 * catch up.
 */
export type ActivityListener = {
  name: string;
  hear: (environment: string, rows: ActivityRow[]) => Promise<void>;
};

/** Stores rows, then tells the listeners. What a listener throws is logged and harms nobody else. */
export async function keepActivity(rows: ActivityRow[], listeners: ActivityListener[]): Promise<Stored> {
  const stored = await storeActivity(rows);
  if (listeners.length > 0) await tellListeners(rows, stored, listeners);
  return stored;
}

/** Tells the listeners which of `rows` are news, one call for each environment. Never throws. */
export async function tellListeners(
  rows: ActivityRow[],
  { added, changed }: Stored,
  listeners: ActivityListener[],
): Promise<void> {
  const news = new Set([...added, ...changed]);
  const fresh = rows.filter(({ id }) => news.has(id));
  for (const environment of new Set(fresh.map((row) => row.environment))) {
    const part = fresh.filter((row) => row.environment === environment);
    await Promise.all(listeners.map((listener) => tell(listener, environment, part)));
  }
}

async function tell({ name, hear }: ActivityListener, environment: string, rows: ActivityRow[]) {
  try {
    await hear(environment, rows);
  } catch (err) {
    logger.error({ err, listener: name, environment }, 'A listener of the activity cache failed');
  }
}
