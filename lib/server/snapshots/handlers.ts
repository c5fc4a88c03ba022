import 'server-only';
import type { JobHandler } from '@/lib/jobs/worker';
import { environmentHandlers } from '../environment-jobs';
import { snapshotQueue } from './keeping';
import { walkSlice } from './walk';

/** Another worker holds the environment: it may have looked for the last time before it was asked. */
const busyWaitMs = 5_000;

/** The walk of every environment, each minute or as soon as something asks for it. */
export const snapshotHandlers: JobHandler[] = environmentHandlers({
  name: snapshotQueue,
  clock: { name: 'snapshots', every: '* * * * *' },
  atOnce: 2,
  run: async (environment, stopping) => {
    const again = await walkSlice(environment, stopping);
    return again === 'busy' ? new Date(Date.now() + busyWaitMs) : again;
  },
});
