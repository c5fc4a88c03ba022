'use server';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { dayMs, keptDays, where } from './cursors';
import { wakeBackfill } from './handlers';
import { backfillInput, noInput, readStreams } from './schema';

/** Begins to read history of both streams, newest first; a worker does it. It goes on by itself after interruptions. */
export const startBackfill = defineAction({
  permission: 'activity_cache.backfill',
  input: backfillInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ days }, { environment, principal }) => {
    const most = Math.max(...readStreams.map(keptDays));
    if (days > most) {
      const message = `Rows are kept for ${most} days: older ones would be dropped again.`;
      throw new AppError('invalid', message, { fieldErrors: { days: message } });
    }
    if (await findUnderway(environment)) {
      throw new AppError('conflict', 'A backfill is under way. Wait for its end, or stop it first.');
    }
    const now = new Date();
    for (const stream of readStreams) {
      const key = { environment, stream, purpose: 'backfill' } as const;
      const fresh = {
        ...{ state: 'running', sentence: null, requestId: null, waitUntil: null, pageToken: '' },
        ...{ passFrom: new Date(now.getTime() - Math.min(days, keptDays(stream)) * dayMs), passUntil: now },
        ...{ passNewest: null, passReached: null, rowsRead: 0, rowsNew: 0, lastRunAt: null },
        ...{ days, startedAt: now, startedByEmail: principal.email },
      };
      await db().syncCursor.upsert({ where: where(key), create: { ...key, ...fresh }, update: fresh });
    }
    await wakeBackfill(environment);
    return {};
  },
  audit: {
    target: () => ({ type: 'activity_cache' }),
    details: ({ days }) => ({ days }),
  },
});

/** Ends a backfill after the page at hand. What it has read stays. */
export const stopBackfill = defineAction({
  permission: 'activity_cache.stop_backfill',
  input: noInput,
  scope: () => ({ kind: 'environment' }),
  run: async (_input, { environment }) => {
    const { count } = await db().syncCursor.updateMany({
      where: { environment, purpose: 'backfill', passFrom: { not: null }, state: { not: 'stopped' } },
      data: { state: 'stopped', passFrom: null, pageToken: null, waitUntil: null },
    });
    if (count === 0) throw new AppError('conflict', 'No backfill is under way any more.');
    return {};
  },
  audit: {
    target: () => ({ type: 'activity_cache' }),
    details: () => ({}),
  },
});

function findUnderway(environment: string) {
  return db().syncCursor.findFirst({
    where: { environment, purpose: 'backfill', passFrom: { not: null }, state: { not: 'stopped' } },
  });
}
