import 'server-only';
import type { JobHandler } from '@/lib/jobs/worker';
import { logger } from '@/lib/logger';
import { readHeads } from './heads';
import { pruneStaffLog } from './prune';

/** Once a night: old rows go, and the chains' heads go into the log of the process, which is kept somewhere else. */
export const chainHandlers: JobHandler[] = [
  {
    name: 'staff-log-chain',
    atOnce: 1,
    every: '17 3 * * *',
    run: async (_data, stopping) => {
      const removed = await pruneStaffLog(stopping);
      if (removed > 0) logger.info({ removed }, 'Old rows of the staff log were pruned');
      for (const head of await readHeads()) logger.info(head, 'Head of the staff log chain');
    },
  },
];
