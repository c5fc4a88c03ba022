import 'server-only';
import { z } from 'zod';
import type { ActivityListener } from '@/lib/audit/activity/listeners';
import { db } from '@/lib/db';
import { withDatabaseLock } from '@/lib/db-lock';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/jobs/queue';
import type { JobHandler } from '@/lib/jobs/worker';
import { logger } from '@/lib/logger';
import { isWaiting } from '@/lib/noted-times';
import type { Purpose } from './cursors';
import { dropOld } from './retention';
import { longestPauseMs, runPass } from './run-pass';
import { readStreams } from './schema';

const reconcileMs = 4 * 60_000;
const backfillQueue = 'activity-backfill';
const job = z.object({ environment: z.string() });

/** What a worker does for the activity cache: reads what is new each minute, history on demand, and drops at night. */
export function activityHandlers(listeners: ActivityListener[]): JobHandler[] {
  return [
    {
      name: 'activity-reconcile',
      atOnce: 1,
      every: '* * * * *',
      run: async (_data, stopping) => {
        await wakeBackfills();
        const names = env().environments.map(({ name }) => name);
        await Promise.all(names.map((name) => syncEnvironment(name, 'reconcile', listeners, stopping)));
      },
    },
    {
      name: backfillQueue,
      atOnce: 2,
      run: async (data, stopping) => {
        const { environment } = job.parse(data);
        const again = await syncEnvironment(environment, 'backfill', [], stopping);
        if (again && !stopping.aborted) await wakeBackfill(environment, again);
      },
    },
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

/** Queues every backfill that is not at its end; one that is at work is left alone by its lock. */
async function wakeBackfills(): Promise<void> {
  const found = await db().syncCursor.findMany({ where: underway });
  for (const { environment, waitUntil } of found) {
    // One that waits has a job of its own for then.
    if (!isWaiting(waitUntil, longestPauseMs)) await wakeBackfill(environment);
  }
}

/** Tells the workers that there is history to read. When it cannot be told, their own look each minute finds it. */
export async function wakeBackfill(environment: string, after?: Date): Promise<void> {
  try {
    // A key of its own: a job that waits, for ever where our clock has jumped, holds up none that is due.
    const key = after ? `${environment} later` : environment;
    await enqueue(backfillQueue, { environment }, { key, after });
  } catch (err) {
    logger.error({ err, environment }, 'The backfill could not be queued; the next look finds it');
  }
}
