import 'server-only';
import { boss } from './boss';

type Options = {
  /** Of several waiting jobs with one key only the first is kept. */
  key?: string;
  /** Not before this moment. */
  after?: Date;
};

/** Longer than any handler may take at a stretch: what takes longer works in slices and sends itself again. */
const expireInSeconds = 15 * 60;

/** Puts a job into a queue; the queue is made where it is missing. @throws Error when Postgres does not answer */
export async function enqueue(name: string, data: object, { key, after }: Options = {}): Promise<void> {
  const queue = await openQueue(name);
  await queue.send(name, data, { singletonKey: key, startAfter: after });
}

/** A lost worker's job is not run again by the queue: each feature's own records say what is left to do. */
export async function openQueue(name: string) {
  const queue = await boss();
  await queue.createQueue(name, { name, policy: 'short', retryLimit: 0, expireInSeconds });
  return queue;
}
