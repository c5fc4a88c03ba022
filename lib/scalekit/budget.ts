import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { countLimit, halveRate, readBucket } from './budget-store';
import { takeTogether } from './take-together';

/** Whose call it is: a person waits for it, a job that somebody started, or a walk that nobody waits for. */
export type Priority = 'person' | 'job' | 'walk';

export type Budget = {
  /** Takes one request's worth, waiting a little for it. */
  take: (signal: AbortSignal) => Promise<void>;
  /** Tells that Scalekit answered 429. Never throws. */
  reportLimit: () => Promise<void>;
};

/** What the top bar shows. `left` of `limit` requests can be sent at once; null dates: nothing to report. */
export type BudgetMeter = { limit: number; left: number; lastLimitAt: Date | null; halvedUntil: Date | null };

// Jobs leave half of the bucket to people, and a walk leaves jobs some of theirs.
const shareLeft: Record<Priority, number> = { person: 0, job: 0.5, walk: 0.6 };
const longestWaitMs = 5_000;

type BudgetOptions = { perMinute?: number; longestWaitMs?: number };

/**
 * The environment's share of Scalekit's rate limit, kept in Postgres and spent by all processes together.
 * `take` throws AppError rate_limited when the budget stays empty, unavailable when Postgres is down.
 */
export function createBudget(environment: string, priority: Priority, options: BudgetOptions = {}): Budget {
  const perMinute = options.perMinute ?? env().API_BUDGET_PER_MINUTE;
  const waitMs = options.longestWaitMs ?? longestWaitMs;
  const pauseMs = Math.min(1_000, Math.max(50, 60_000 / perMinute));

  return {
    async take(signal) {
      const giveUpAt = performance.now() + waitMs;
      signal.throwIfAborted();
      while (!(await tryTake(environment, perMinute, shareLeft[priority]))) {
        if (performance.now() + pauseMs > giveUpAt) throw usedUp(environment, priority, pauseMs);
        await sleep(pauseMs, undefined, { signal });
      }
    },
    async reportLimit() {
      await Promise.all([halveRate(environment, perMinute), countLimit(environment)]).catch((err) =>
        logger.warn({ err, environment }, 'The API budget could not be halved'),
      );
    },
  };
}

async function tryTake(environment: string, perMinute: number, share: number): Promise<boolean> {
  try {
    return await takeTogether(environment, perMinute, share);
  } catch (cause) {
    logger.error({ err: cause, environment }, 'The API budget could not be read');
    const message = "Keydesk's database does not answer, so nothing was sent to Scalekit.";
    throw new AppError('unavailable', message, { cause });
  }
}

function usedUp(environment: string, priority: Priority, retryAfterMs: number): AppError {
  const who = priority !== 'person' ? 'for background work ' : '';
  return new AppError(
    'rate_limited',
    `Keydesk's own API budget ${who}for ${environment} is used up, which protects the rate limit that your customers share. Try again in a moment.`,
    { retryAfterMs },
  );
}

/** The budget as of now, for the meter. */
export async function readBudget(environment: string): Promise<BudgetMeter> {
  const limit = env().API_BUDGET_PER_MINUTE;
  const { tokens, perMinute, lastLimitAt } = await readBucket(environment, limit);
  const minutesToFull = (limit - perMinute) / (limit / 10);
  const halvedUntil = minutesToFull > 0 ? new Date(Date.now() + minutesToFull * 60_000) : null;
  return { limit, left: Math.floor(tokens), lastLimitAt, halvedUntil };
}
