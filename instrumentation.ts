import type { Instrumentation } from 'next';

/** Runs once when the server starts: bad settings end it here, all named, rather than at the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env, EnvError } = await import('./lib/env');
  try {
    env();
  } catch (error) {
    // Thrown on, it would leave a server that runs and answers nothing.
    console.error(error instanceof EnvError ? error.message : error);
    process.exit(1);
  }
  const { startKeeping } = await import('./lib/server/snapshots/keeping');
  startKeeping();
  void eraseExpiredHandOvers();
  // Not awaited: the console answers although Postgres does not yet.
  if (env().JOB_WORKER === 'inside') void workInside();
}

/** Ciphertext that expired while the console was down. Nothing waits for it: reading and taking look at the time too. */
async function eraseExpiredHandOvers(): Promise<void> {
  const { eraseExpired } = await import('./lib/features/hand-overs/erase-expired');
  const { logger } = await import('./lib/logger');
  await eraseExpired().catch((err) =>
    logger.warn({ err }, 'Expired hand-overs were not erased at the start'),
  );
}

/** Takes jobs in this process too, and tries again while Postgres does not answer. */
async function workInside(): Promise<void> {
  const [{ startWorker }, { jobHandlers }, { logger }] = await Promise.all([
    import('./lib/jobs/worker'),
    import('./worker-handlers'),
    import('./lib/logger'),
  ]);
  try {
    await startWorker(jobHandlers);
  } catch (error) {
    logger.error({ err: error }, 'The worker could not start; it is tried again in ten seconds');
    setTimeout(() => void workInside(), 10_000).unref();
  }
}

/** Logs what no page and no action handled. The route's pattern stands for the path, which may hold a token. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logger } = await import('./lib/logger');
  const { digest } = error as { digest?: string };
  logger.error({ err: error, digest, method: request.method, route: context.routePath }, 'request failed');
};
