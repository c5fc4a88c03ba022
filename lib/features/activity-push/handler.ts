import 'server-only';
import { db } from '@/lib/db';
import type { JobHandler } from '@/lib/jobs/worker';
import { logger } from '@/lib/logger';
import { isWaiting } from '@/lib/noted-times';
import { deliverPush, longestWaitMs } from './deliver';
import { dropOldItems } from './drop-old';
import { pushQueue } from './wake';

/** Delivers what waits, each minute and when it is woken. A receiver that is slow holds up no other. */
export const pushHandler: JobHandler = {
  name: pushQueue,
  // Two, so that new rows need not wait for the end of a slow receiver's slice.
  atOnce: 2,
  every: '* * * * *',
  run: async (_data, stopping) => {
    await dropOldItems();
    const pushes = await db().activityPush.findMany({
      where: { pausedAt: null },
      select: { id: true, nextTryAt: true },
    });
    const due = pushes.filter(({ nextTryAt }) => !isWaiting(nextTryAt, longestWaitMs));
    await Promise.all(
      due.map(({ id }) =>
        deliverPush(id, { stop: stopping }).catch((err) =>
          logger.error({ err, push: id }, 'A push could not be delivered'),
        ),
      ),
    );
  },
};
