import nextEnv from '@next/env';
import { EnvError, env } from '@/lib/env';
import { startWorker, stopWorker } from '@/lib/jobs/worker';
import { logger } from '@/lib/logger';
import { startKeeping } from '@/lib/server/snapshots/keeping';
import { jobHandlers } from './worker-handlers';

// `npm run worker`: takes jobs until it is asked to stop. The step at hand is finished then.
nextEnv.loadEnvConfig(process.cwd(), false);
try {
  env();
  startKeeping();
  await startWorker(jobHandlers);
  logger.info({ queues: jobHandlers.map(({ name }) => name) }, 'The worker takes jobs');
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stopWorker().finally(() => process.exit(0));
  });
}
