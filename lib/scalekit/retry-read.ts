import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { TransientError } from './errors';

const tries = 3;
const firstPauseMs = 250;
/** A person does not wait longer than this for a server that asks for patience: they are told instead. */
const longestPauseMs = 5_000;

/** Tries a read up to three times while it fails with a TransientError, after the pause the server asked for. */
export function retryRead<T>(attempt: (number: number) => Promise<T>, signal: AbortSignal): Promise<T> {
  return pRetry(attempt, {
    retries: tries - 1,
    minTimeout: 0, // the pause is made below, where the server's own wish is known
    shouldRetry: async ({ error, retriesConsumed }) => {
      if (!(error instanceof TransientError)) return false;
      const pauseMs = error.retryAfterMs ?? firstPauseMs * 2 ** retriesConsumed * (1 + Math.random());
      return pauseMs <= longestPauseMs && pause(pauseMs, signal);
    },
  });
}

/** False when the deadline or the caller came first: the last error is then the answer. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return sleep(ms, true, { signal }).catch(() => false);
}
