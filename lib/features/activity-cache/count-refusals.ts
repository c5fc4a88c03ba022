import 'server-only';
import { pool } from '@/lib/db';
import { logger } from '@/lib/logger';
import type { RefusalReason } from './schema';

/*
 * Refused webhooks, which anybody may send, as counts in memory that go to Postgres together: one statement a second for
 * the whole process, whatever is sent. As large as environments times reasons. A process that is killed loses a second.
 */
const flushMs = 1_000;

type Refusals = { environment: string; reason: RefusalReason; count: number; lastAt: Date };

const counted = new Map<string, Refusals>();
let timer: NodeJS.Timeout | undefined;
let storing: Promise<void> | undefined;
let isWatchingEnd = false;

/** Counts a refusal; it is stored within a second or so. Never throws. */
export function countRefusal(environment: string, reason: RefusalReason): void {
  const key = `${environment} ${reason}`;
  const known = counted.get(key);
  counted.set(key, { environment, reason, count: (known?.count ?? 0) + 1, lastAt: new Date() });
  timer ??= setTimeout(() => void storeRefusals(), flushMs).unref();
  if (isWatchingEnd) return;
  isWatchingEnd = true;
  // Next waits for open requests before it ends the process: as a rule long enough for this.
  process.once('SIGTERM', () => void storeRefusals());
}

/** Stores what is counted so far. Without Postgres the counts stay and are tried with the next ones. */
export async function storeRefusals(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  storing = (storing ?? Promise.resolve()).then(store);
  await storing;
}

async function store(): Promise<void> {
  const taken = [...counted.values()];
  if (taken.length === 0) return;
  counted.clear();
  try {
    await pool().query(
      `INSERT INTO webhook_refusal AS r (environment, reason, count, last_at)
       SELECT environment, reason, count, last_at
       FROM json_to_recordset($1::json) AS g(environment text, reason text, count int, last_at timestamptz)
       ORDER BY environment, reason
       ON CONFLICT (environment, reason) DO UPDATE SET
         count = r.count + excluded.count, last_at = GREATEST(r.last_at, excluded.last_at)`,
      [JSON.stringify(taken.map(({ lastAt, ...rest }) => ({ ...rest, last_at: lastAt })))],
    );
  } catch (err) {
    logger.warn({ err }, 'Refused webhooks could not be counted; it is tried again with the next ones');
    for (const { count, ...rest } of taken) {
      const key = `${rest.environment} ${rest.reason}`;
      const since = counted.get(key);
      counted.set(key, since ? { ...since, count: since.count + count } : { ...rest, count });
    }
  }
}
