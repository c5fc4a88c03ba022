import 'server-only';
import { db } from '@/lib/db';
import { enqueue } from '@/lib/jobs/queue';

export const pushQueue = 'activity-push';

/** Has a worker look at once, where the environment has a push that delivers. The look each minute is the safety net. */
export async function wakePushes(environment: string): Promise<void> {
  const waiting = await db().activityPush.findFirst({
    where: { environment, pausedAt: null, nextTryAt: null },
    select: { id: true },
  });
  if (waiting) await enqueue(pushQueue, {}, { key: 'wake' });
}
