import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/jobs/queue';
import type { JobHandler } from '@/lib/jobs/worker';
import { walkSlice } from './walk';

const queue = 'search-walk';
const data = z.object({ environment: z.string() });

/** Wakes the walk of an environment; one that is on its way already is left alone. */
export function wakeWalk(environment: string, after?: Date): Promise<void> {
  return enqueue(queue, { environment }, { key: environment, after });
}

/** The walk of each environment, and a look every five minutes for those that are due or were left by a lost worker. */
export const walkHandlers: JobHandler[] = [
  {
    name: queue,
    atOnce: 2,
    run: async (raw, stopping) => {
      const { environment } = data.parse(raw);
      const end = await walkSlice(environment, stopping);
      if (end instanceof Date && !stopping.aborted) await wakeWalk(environment, end);
    },
  },
  {
    name: 'search-walk-clock',
    atOnce: 1,
    every: '*/5 * * * *',
    run: async () => {
      for (const { name } of env().environments) await wakeWalk(name);
    },
  },
];
