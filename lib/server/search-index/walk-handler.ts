import 'server-only';
import type { JobHandler } from '@/lib/jobs/worker';
import { environmentHandlers, wakeEnvironment } from '../environment-jobs';
import { walkSlice } from './walk';

const name = 'search-walk';

/** Wakes the walk of an environment; one that is on its way already is left alone. */
export function wakeWalk(environment: string): Promise<void> {
  return wakeEnvironment(name, environment);
}

/** The walk of each environment, and a look every five minutes for those that are due or were left by a lost worker. */
export const walkHandlers: JobHandler[] = environmentHandlers({
  name,
  clock: { name: 'search-walk-clock', every: '*/5 * * * *' },
  atOnce: 2,
  run: async (environment, stopping) => {
    const end = await walkSlice(environment, stopping);
    return end instanceof Date ? end : null;
  },
});
