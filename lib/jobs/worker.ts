import 'server-only';
import { logger } from '@/lib/logger';
import { stopBoss } from './boss';
import { enqueue, openQueue } from './queue';

/** What a worker does for one queue. */
export type JobHandler = {
  /** The queue's name: letters, digits, `_` and `-`. */
  name: string;
  /** How many of them run at once in one worker. */
  atOnce: number;
  /** Does one job. `stopping` tells that the worker is about to end: finish the step at hand and return. */
  run: (data: unknown, stopping: AbortSignal) => Promise<void>;
  /** A job that comes by the clock, for instance `* * * * *`, and once at each start. */
  every?: string;
};

/** How often a waiting handler asks Postgres: soon where a person looks on, seldom where the clock decides. */
const pollSeconds = 1;
const clockPollSeconds = 5;
const stopping = new AbortController();

/**
 * Takes jobs from the handlers' queues until `stopWorker`.
 * @throws Error when Postgres does not answer
 */
export async function startWorker(handlers: JobHandler[]): Promise<void> {
  for (const handler of handlers) {
    const { name, atOnce, every } = handler;
    const queue = await openQueue(name);
    if (every) {
      await queue.schedule(name, every, {}, { singletonKey: 'clock' });
      // Before anybody looks: the first look finds it.
      await enqueue(name, {}, { key: 'start' });
    }
    const pollingIntervalSeconds = every ? clockPollSeconds : pollSeconds;
    for (let taken = 0; taken < atOnce; taken += 1) {
      await queue.work(name, { pollingIntervalSeconds }, async (jobs) => {
        for (const { data } of jobs) await runOne(handler, data);
      });
    }
  }
}

async function runOne({ name, run }: JobHandler, data: unknown): Promise<void> {
  try {
    await run(data, stopping.signal);
  } catch (err) {
    logger.error({ err, queue: name }, 'A job failed');
    throw err;
  }
}

/** Asks handlers to come to an end, waits for them, and closes the queue. */
export async function stopWorker(): Promise<void> {
  stopping.abort();
  await stopBoss();
}
