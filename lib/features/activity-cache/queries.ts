import 'server-only';
import { db } from '@/lib/db';
import { env, findEnvironment } from '@/lib/env';
import type { SyncCursor } from '@/lib/generated/prisma/client';
import { defineQuery } from '@/lib/server/define-query';
import { dayMs, keptDays } from './cursors';
import { measureStreams } from './measure-streams';
import type {
  ActivityCacheView,
  BackfillView,
  RefusalReason,
  SyncState,
  SyncView,
  WebhookHealth,
} from './schema';
import { noInput } from './schema';

/** What the cache holds of the environment, how its reading goes, and how webhooks arrive. Source: our own tables. */
export const getActivityCache = defineQuery({
  permission: 'activity_cache.read',
  input: noInput,
  scope: () => ({ kind: 'environment' }),
  load: async (_input, { environment }): Promise<ActivityCacheView> => {
    const [measured, cursors, webhooks] = await Promise.all([
      measureStreams(environment),
      db().syncCursor.findMany({ where: { environment } }),
      readHealth(environment),
    ]);
    const streams = measured.map(({ oldest, newest, ...rest }) => {
      const own = cursors.filter(({ stream }) => stream === rest.stream);
      const reconcile = own.find(({ purpose }) => purpose === 'reconcile');
      const backfill = own.find(({ purpose }) => purpose === 'backfill');
      return {
        ...rest,
        oldest: toText(oldest),
        newest: toText(newest),
        keptDays: keptDays(rest.stream),
        reconcile: reconcile ? toSyncView(reconcile) : null,
        backfill: backfill ? toBackfillView(backfill) : null,
      };
    });
    return { streams, webhooks };
  },
});

async function readHealth(environment: string): Promise<WebhookHealth> {
  const since = new Date(Date.now() - dayMs);
  const [last, lately, refusals] = await Promise.all([
    db().webhookDelivery.findFirst({ where: { environment }, orderBy: { receivedAt: 'desc' } }),
    db().webhookDelivery.aggregate({
      where: { environment, receivedAt: { gte: since } },
      _count: true,
      _sum: { repeats: true },
    }),
    db().webhookRefusal.findMany({ where: { environment }, orderBy: { lastAt: 'desc' } }),
  ]);
  return {
    url: `${env().NEXTAUTH_URL}/api/webhooks/scalekit/${environment}`,
    secrets: findEnvironment(environment)?.webhookSecrets?.length ?? 0,
    lastDeliveryAt: toText(last?.receivedAt ?? null),
    deliveries: lately._count,
    repeats: lately._sum.repeats ?? 0,
    refusals: refusals.map(({ reason, count, lastAt }) => ({
      ...{ reason: reason as RefusalReason, count, lastAt: lastAt.toISOString() },
    })),
  };
}

function toSyncView(cursor: SyncCursor): SyncView {
  const { sentence, requestId, rowsRead, rowsNew } = cursor;
  return {
    ...{ state: cursor.state as SyncState, sentence, requestId, rowsRead, rowsNew },
    waitUntil: toText(cursor.waitUntil),
    lastRunAt: toText(cursor.lastRunAt),
    lastOkAt: toText(cursor.lastOkAt),
    progress: cursor.passFrom ? progressOf(cursor) : null,
  };
}

function toBackfillView(cursor: SyncCursor): BackfillView {
  const { days, startedAt, startedByEmail } = cursor;
  return { ...toSyncView(cursor), days: days ?? 0, startedAt: toText(startedAt), startedByEmail };
}

/** By time, since Scalekit does not say how many there are: from the window's end back to its start. */
function progressOf({ passFrom, passNewest, passReached, startedAt }: SyncCursor): number {
  const end = (startedAt ?? passNewest)?.getTime();
  if (!passFrom || !passReached || !end || end <= passFrom.getTime()) return 0;
  return Math.min(1, Math.max(0, (end - passReached.getTime()) / (end - passFrom.getTime())));
}

function toText(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
