import 'server-only';
import PgBoss from 'pg-boss';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';

/** pg-boss keeps its tables in a schema of its own, which its first start creates. */
export const bossSchema = 'pgboss';

// On the global object, since Next bundles this module more than once.
const holder = globalThis as typeof globalThis & { keydeskBoss?: Promise<PgBoss> };

/**
 * The queue of this process, started on first use. Every process may look after expired jobs and schedules: pg-boss
 * takes care that one does.
 * @throws Error when Postgres does not answer; the next call tries again
 */
export function boss(): Promise<PgBoss> {
  holder.keydeskBoss ??= startBoss().catch((error) => {
    holder.keydeskBoss = undefined;
    throw error;
  });
  return holder.keydeskBoss;
}

async function startBoss(): Promise<PgBoss> {
  const queue = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: 'keydesk jobs',
    schema: bossSchema,
    max: 4,
  });
  // Without a listener an error of its own timers would end the process.
  queue.on('error', (err) => logger.error({ err }, 'The job queue reports an error'));
  return queue.start();
}

/** Lets handlers that are at work end, for ten seconds at most, and closes the queue. */
export async function stopBoss(): Promise<void> {
  const started = holder.keydeskBoss;
  holder.keydeskBoss = undefined;
  await (await started)?.stop({ graceful: true, wait: true, timeout: 10_000 });
}
