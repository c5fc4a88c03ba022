import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/jobs/queue';
import type { JobHandler } from '@/lib/jobs/worker';

type EnvironmentJob = {
  /** The queue's name. */
  name: string;
  /** The queue that the clock fills, and when. */
  clock: { name: string; every: string };
  /** How many environments one worker is at together. */
  atOnce: number;
  /** Works for a while. @returns when to go on; null: when somebody wakes it, or by the clock */
  run: (environment: string, stopping: AbortSignal) => Promise<Date | null>;
};

const data = z.object({ environment: z.string() });

/**
 * Work done for each environment by itself, so that one which Scalekit answers slowly, or not at all, keeps no other
 * waiting: by the clock, and as soon as something asks for it.
 */
export function environmentHandlers({ name, clock, atOnce, run }: EnvironmentJob): JobHandler[] {
  return [
    {
      name,
      atOnce,
      run: async (raw, stopping) => {
        const { environment } = data.parse(raw);
        const again = await run(environment, stopping);
        if (again && !stopping.aborted) await wakeEnvironment(name, environment, again);
      },
    },
    {
      ...clock,
      atOnce: 1,
      run: async () => {
        for (const { name: environment } of env().environments) await wakeEnvironment(name, environment);
      },
    },
  ];
}

/** Queues an environment's work; what waits in the queue already is left alone. @throws Error when Postgres does not answer */
export function wakeEnvironment(name: string, environment: string, after?: Date): Promise<void> {
  // A key of its own: a job that waits, for ever where our clock has jumped, holds up none that is due.
  return enqueue(name, { environment }, { key: after ? `${environment} later` : environment, after });
}
