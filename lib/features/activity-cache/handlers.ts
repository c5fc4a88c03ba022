import 'server-only';
import type { ActivityListener } from '@/lib/audit/activity/listeners';
import { db } from '@/lib/db';
import { withDatabaseLock } from '@/lib/db-lock';
import type { JobHandler } from '@/lib/jobs/worker';
import { logger } from '@/lib/logger';
import { environmentHandlers, wakeEnvironment } from '@/lib/server/environment-jobs';
import type { Purpose } from './cursors';
import { dropOld } from './retention';
import { runPass } from './run-pass';
import { readStreams } from './schema';

const reconcileMs = 4 * 60_000;
const backfillQueue = 'activity-backfill';

/** What a worker does for the activity cache: reads what is new each minute, history on demand, and drops at night. */
export function activityHandlers(listeners: ActivityListener[]): JobHandler[] {
  return [
    ...environmentHandlers({
      name: 'activity-pass',
      clock: { name: 'activity-reconcile', every: '* * * * *' },
      atOnce: 2,
      run: (environment, stopping) => syncEnvironment(environment, 'reconcile', listeners, stopping),
    }),
    ...environmentHandlers({
      name: backfillQueue,
      clock: { name: 'activity-backfill-clock', every: '* * * * *' },
      atOnce: 2,
      run: (environment, stopping) => syncEnvironment(environment, 'backfill', [], stopping),
    }),
    { name: 'activity-retention', atOnce: 1, every: '17 3 * * *', run: async () => void (await dropOld()) },
  ];
}

/**
 * Reads an environment's streams, both at once, unless another process is at it.
 * @returns when to go on; null: not by itself
 */
export async function syncEnvironment(
  environment: string,
  purpose: Purpose,
  listeners: ActivityListener[],
  stopping: AbortSignal,
): Promise<Date | null> {
  const done = await withDatabaseLock(`activity ${purpose} ${environment}`, async (lost) => {
    const stop = AbortSignal.any([stopping, lost]);
    const context = { stop, listeners, until: Date.now() + reconcileMs };
    const streams = purpose === 'backfill' ? await backfilling(environment) : readStreams;
    const ends = await Promise.all(
      streams.map((stream) =>
        runPass({ environment, stream, purpose }, context).catch((err) => {
          logger.error({ err, environment, stream, purpose }, 'The activity cache could not be read on');
          return null;
        }),
      ),
    );
    const next = ends.flatMap((end) => end?.getTime() ?? []);
    return next.length > 0 ? new Date(Math.min(...next)) : null;
  });
  return done ?? null;
}

const underway = { purpose: 'backfill', passFrom: { not: null }, state: { not: 'stopped' } } as const;

async function backfilling(environment: string) {
  const found = await db().syncCursor.findMany({ where: { ...underway, environment } });
  return readStreams.filter((stream) => found.some((cursor) => cursor.stream === stream));
}

/** Tells the workers that there is history to read. When it cannot be told, their own look each minute finds it. */
export async function wakeBackfill(environment: string): Promise<void> {
  try {
    await wakeEnvironment(backfillQueue, environment);
  } catch (err) {
    logger.error({ err, environment }, 'The backfill could not be queued; the next look finds it');
  }
}
