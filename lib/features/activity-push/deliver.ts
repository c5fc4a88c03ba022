import 'server-only';
import { db } from '@/lib/db';
import { withDatabaseLock } from '@/lib/db-lock';
import type { ActivityPush } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';
import { isAhead, isWaiting } from '@/lib/noted-times';
import { type Batch, readBatch } from './read-batch';
import { failingDays } from './schema';
import { type Sent, sendLines } from './send';

const sliceMs = 4 * 60_000;
const firstWaitMs = 30_000;
export const longestWaitMs = 6 * 3_600_000;
/** As many as the shortest failing of `failingDays` has: fewer are a clock that jumped. */
const fewestFailures = 10;

type Options = { timeoutMs?: number; stop?: AbortSignal };

/**
 * Sends what waits for one push, oldest first, until nothing waits, the receiver fails, or the time is up. A batch leaves
 * the outbox after the receiver took it: who dies in between sends it again. One process at a time.
 */
export async function deliverPush(pushId: string, { timeoutMs, stop }: Options = {}): Promise<void> {
  await withDatabaseLock(`activity push ${pushId}`, async (lost) => {
    const signal = stop ? AbortSignal.any([stop, lost]) : lost;
    const until = Date.now() + sliceMs;
    while (!signal.aborted && Date.now() < until) {
      const push = await db().activityPush.findUnique({ where: { id: pushId } });
      if (!push || push.pausedAt || isWaiting(push.nextTryAt, longestWaitMs)) return;
      const batch = await readBatch(push);
      if (!batch) return;
      if (batch.lines.length > 0) {
        const sent = await sendLines(push, batch.lines, { timeoutMs, signal });
        // Stopped, not refused: the next worker sends it again.
        if (!sent.ok && signal.aborted) return;
        if (!sent.ok) return noteFailure(push, sent);
      }
      await noteDelivery(push, batch);
    }
  });
}

async function noteDelivery({ id }: ActivityPush, { seqs, lines }: Batch): Promise<void> {
  await db().$transaction([
    db().activityPushItem.deleteMany({ where: { pushId: id, seq: { in: seqs } } }),
    db().activityPush.updateMany({
      where: { id },
      data: {
        ...{ failures: 0, failingSince: null, nextTryAt: null, lastError: null, lastStatus: null },
        ...(lines.length > 0 ? { lastDelivered: new Date() } : {}),
        deliveredCount: { increment: lines.length },
      },
    }),
  ]);
}

async function noteFailure(push: ActivityPush, sent: Extract<Sent, { ok: false }>): Promise<void> {
  const now = Date.now();
  const since = push.failingSince && !isAhead(push.failingSince, now) ? push.failingSince : new Date(now);
  const isLong = now - since.getTime() > failingDays * 86_400_000;
  const gaveUp = isLong && push.failures + 1 >= fewestFailures;
  const asked = (sent.retryAfterSeconds ?? 0) * 1_000;
  const wait = Math.min(longestWaitMs, Math.max(asked, firstWaitMs * 2 ** Math.min(push.failures, 20)));
  logger.warn({ push: push.id, status: sent.status }, 'A receiver of activity did not take a batch');
  await db().activityPush.updateMany({
    // What a person changed meanwhile counts: the new address is tried at once.
    where: { id: push.id, url: push.url, pausedAt: null },
    data: {
      ...{
        failures: push.failures + 1,
        failingSince: since,
        lastError: sent.sentence,
        lastStatus: sent.status,
      },
      nextTryAt: new Date(now + wait),
      ...(gaveUp ? { pausedAt: new Date(now), pausedByEmail: null } : {}),
    },
  });
}
