import { Code } from '@connectrpc/connect';
import { refuse } from './errors';

const minuteMs = 60_000;

/** How many API requests a minute the environment takes; null is no limit, which is the default. */
export type RateLimit = {
  perMinute: () => number | null;
  set: (perMinute: number | null) => void;
  /** Counts a request. @throws ConnectError resource exhausted, RATE_LIMITED */
  take: () => void;
};

/** Counts requests by the minute of the clock, all of an environment together, as the real service does. */
export function createRateLimit(now: () => number, limit: number | null = null): RateLimit {
  let perMinute = limit;
  let minute = 0;
  let taken = 0;
  return {
    perMinute: () => perMinute,
    set(next) {
      perMinute = next;
      taken = 0;
    },
    take() {
      if (perMinute === null) return;
      const current = Math.floor(now() / minuteMs);
      if (current !== minute) taken = 0;
      minute = current;
      taken += 1;
      // No Retry-After: the real service promises none.
      if (taken > perMinute) throw refuse(Code.ResourceExhausted, 'RATE_LIMITED', 'Too many requests');
    },
  };
}
