import 'server-only';
import { keepObservation } from '@/lib/audit/snapshots/keep';
import { environmentWide } from '@/lib/audit/snapshots/observation';
import { isObserved, observe } from '@/lib/audit/snapshots/observe';
import { markStale } from '@/lib/audit/snapshots/stale';
import { logger } from '@/lib/logger';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { wakeEnvironment } from '../environment-jobs';
import { forgetKept, forgetKeptOf, isKeptLately } from './kept-lately';

/** Where the walk and what is to be read again are done. */
export const snapshotQueue = 'snapshot-walk';

// On the global object, since Next bundles this module more than once.
const holder = globalThis as typeof globalThis & { keydeskKeepsSnapshots?: boolean };

/** From now on what this process reads and writes is kept as snapshots. A console and a worker call it once. */
export function startKeeping(): void {
  holder.keydeskKeepsSnapshots = true;
}

/** For tests. */
export function stopKeeping(): void {
  holder.keydeskKeepsSnapshots = false;
}

const watched = new WeakMap<ScalekitClient, ScalekitClient>();

/**
 * The same client, whose answers about configuration are kept on their way to the page. Nothing waits for that, and a
 * failure of it is logged only.
 */
export function watchReads(environment: string, client: ScalekitClient): ScalekitClient {
  if (!holder.keydeskKeepsSnapshots) return client;
  const known = watched.get(client);
  if (known) return known;
  const made = new Proxy(client, {
    get(target, service: string) {
      const found = Reflect.get(target, service);
      return typeof found === 'object' && found !== null ? watchService(environment, service, found) : found;
    },
  });
  watched.set(client, made);
  return made;
}

type Method = (request: unknown, options?: unknown) => Promise<unknown>;

function watchService(environment: string, service: string, methods: object): object {
  return new Proxy(methods, {
    get(target, name: string) {
      const call = Reflect.get(target, name) as Method;
      const operation = `${service}.${name}`;
      if (!isObserved(operation)) return call;
      return (request: unknown, options?: unknown) => {
        const at = new Date();
        const answer = call(request, options);
        void answer.then((value) => keep(environment, operation, request, value, at)).catch(() => {});
        return answer;
      };
    },
  });
}

async function keep(environment: string, operation: string, request: unknown, answer: unknown, at: Date) {
  let observation: ReturnType<typeof observe> = null;
  try {
    observation = observe(operation, request, answer);
    if (observation && !isKeptLately(environment, observation))
      await keepObservation(environment, observation, at);
  } catch (err) {
    if (observation) forgetKept(environment, observation);
    logger.warn({ err, environment, operation }, 'What was read was not kept as a snapshot');
  }
}

/**
 * After a write that ended well, or nobody knows how: what it may have changed is read again by the next worker. Never
 * throws: the write is done.
 */
export async function noteWrite(environment: string, organizationId: string | undefined, action: string) {
  if (!holder.keydeskKeepsSnapshots) return;
  forgetKeptOf(environment, organizationId ?? environmentWide);
  try {
    const parts = await markStale(environment, organizationId ?? environmentWide, action);
    if (parts.length > 0) await wakeEnvironment(snapshotQueue, environment);
  } catch (err) {
    logger.warn({ err, environment, organizationId }, 'What a write changed was not marked to be read again');
  }
}
