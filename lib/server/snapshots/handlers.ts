import 'server-only';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/jobs/queue';
import type { JobHandler } from '@/lib/jobs/worker';
import { logger } from '@/lib/logger';
import { snapshotQueue } from './keeping';
import { walkSlice } from './walk';

/** The walk of every environment, each minute or as soon as something asks for it. */
export const snapshotHandlers: JobHandler[] = [
  {
    name: snapshotQueue,
    atOnce: 1,
    every: '* * * * *',
    run: async (_data, stopping) => {
      const again = await Promise.all(
        env().environments.map(({ name }) =>
          walkSlice(name, stopping).catch((err) => {
            // The other environments' walks go on; this one is tried again in a minute.
            logger.error({ err, environment: name }, 'The walk for snapshots failed');
            return null;
          }),
        ),
      );
      const dates = again.filter((one) => one instanceof Date).map(Number);
      if (dates.length > 0 && !stopping.aborted)
        await enqueue(snapshotQueue, {}, { key: 'again', after: new Date(Math.min(...dates)) });
    },
  },
];
