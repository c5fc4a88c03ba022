import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db, pool } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { errorOf } from '@/tests/setup/stub-client';
import { createBudget, readBudget } from './budget';
import { takeTokens } from './budget-store';

withTestDatabase();

const full = 300; // API_BUDGET_PER_MINUTE's default
const environment = 'production';
const never = () => new AbortController().signal;
const person = createBudget(environment, 'person', { perMinute: full, longestWaitMs: 0 });
const job = createBudget(environment, 'job', { perMinute: full, longestWaitMs: 0 });

beforeEach(() => db().apiBudget.deleteMany());

/** Puts the bucket into a state, as of `ago` Postgres interval. */
async function setBucket(tokens: number, perMinute = full, ago = '0 seconds'): Promise<void> {
  await db().$executeRaw`
    INSERT INTO api_budget (environment, tokens, per_minute, refilled_at)
    VALUES (${environment}, ${tokens}::float8, ${perMinute}::float8, now() - ${ago}::interval)
    ON CONFLICT (environment) DO UPDATE
    SET tokens = excluded.tokens, per_minute = excluded.per_minute, refilled_at = excluded.refilled_at,
      last_limit_at = api_budget.last_limit_at - ${ago}::interval`;
}

async function takeUntilEmpty(budget = person, most = 400): Promise<number> {
  for (let taken = 0; taken < most; taken += 1) {
    const refused = await budget.take(never()).catch((error) => error);
    if (refused) return taken;
  }
  return most;
}

describe('taking', () => {
  it('begins with a full bucket and spends it', async () => {
    expect(await readBudget(environment)).toEqual({
      limit: full,
      left: full,
      lastLimitAt: null,
      halvedUntil: null,
    });
    await db().apiBudgetHour.deleteMany();
    await person.take(never());
    expect(await readBudget(environment)).toMatchObject({ left: full - 1 });
    await person.take(never());
    await person.reportLimit();
    expect(await db().apiBudgetHour.findMany()).toMatchObject([{ environment, taken: 2, limits: 1 }]);
  });

  it('ends in words when the bucket stays empty', async () => {
    await setBucket(0);
    const error = await errorOf(person.take(never()));
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterMs: 200 });
    expect(error.message).toContain("Keydesk's own API budget for production is used up");
  });

  it('waits for the next token when it comes soon', async () => {
    await setBucket(0);
    await expect(createBudget(environment, 'person').take(never())).resolves.toBeUndefined();
  });

  it('stops waiting when the caller gives up', async () => {
    await setBucket(-100);
    const controller = new AbortController();
    const waiting = createBudget(environment, 'person').take(controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('refills by the minute, up to one minute’s worth', async () => {
    await setBucket(0, full, '20 seconds');
    expect((await readBudget(environment)).left).toBe(100);
    await setBucket(0, full, '1 day');
    expect((await readBudget(environment)).left).toBe(full);
  });

  it('refills after a clock that was ahead was set back', async () => {
    await setBucket(0, full, '-1 day');
    expect((await readBudget(environment)).left).toBeGreaterThan(200);
    await person.take(never());
    await person.reportLimit();
    expect((await readBudget(environment)).lastLimitAt?.getTime()).toBeLessThan(Date.now() + 60_000);
  });

  it('keeps environments apart', async () => {
    await setBucket(0);
    await expect(createBudget('development', 'person').take(never())).resolves.toBeUndefined();
  });
});

describe('many connections', () => {
  it('never spend a token twice: 50 takes at once of 20 tokens', async () => {
    await setBucket(20);
    const begin = performance.now();
    const taken = await Promise.all(Array.from({ length: 50 }, () => takeTokens(environment, full, 0, 1)));
    const refilled = ((performance.now() - begin) / 60_000) * full;
    const granted = taken.filter(Boolean).length;
    expect(granted).toBeGreaterThanOrEqual(20);
    expect(granted).toBeLessThanOrEqual(21 + refilled);
    const [pool] = await db().$queryRaw<{ size: number }[]>`
      SELECT count(*)::int AS size FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'keydesk'`;
    expect(pool?.size).toBeGreaterThan(5);
  });

  it('begin together on an empty table', async () => {
    const taken = await Promise.all(Array.from({ length: 50 }, () => takeTokens(environment, 30, 0, 1)));
    expect(taken.filter(Boolean).length).toBe(30);
  });
});

describe('those who ask at once', () => {
  const takeAll = (count: number) =>
    Promise.allSettled(Array.from({ length: count }, () => person.take(never())));
  const granted = (all: PromiseSettledResult<void>[]) =>
    all.filter(({ status }) => status === 'fulfilled').length;

  it('share a statement', async () => {
    await setBucket(full);
    const asking = vi.spyOn(pool(), 'query');
    expect(granted(await takeAll(20))).toBe(20);
    expect(asking.mock.calls.length).toBeLessThanOrEqual(2);
    asking.mockRestore();
    expect((await readBudget(environment)).left).toBe(full - 20);
  });

  it('get what is left, where it is not enough for all', async () => {
    await setBucket(5);
    const all = await takeAll(12);
    expect(granted(all)).toBeGreaterThanOrEqual(5);
    expect(granted(all)).toBeLessThanOrEqual(6);
    expect(all.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'rate_limited' },
    });
  });

  it('are all told when Postgres does not answer', async () => {
    const asking = vi.spyOn(pool(), 'query').mockRejectedValue(new Error('gone') as never);
    const all = await takeAll(3);
    asking.mockRestore();
    expect(all.map((one) => one.status === 'rejected' && one.reason.code)).toEqual(
      Array.from({ length: 3 }, () => 'unavailable'),
    );
  });
});

describe('people before jobs', () => {
  it('jobs leave half of the bucket, people may have all of it', async () => {
    await setBucket(full);
    const byJobs = await takeUntilEmpty(job);
    expect(byJobs).toBeGreaterThanOrEqual(150);
    expect(byJobs).toBeLessThan(170);
    expect(await takeUntilEmpty(person)).toBeGreaterThanOrEqual(140);
    const error = await errorOf(job.take(never()));
    expect(error.message).toContain('API budget for background work for production');
  });
});

describe('a 429', () => {
  it('halves rate and tokens, and says until when', async () => {
    await setBucket(200);
    await person.reportLimit();
    const meter = await readBudget(environment);
    expect(meter).toMatchObject({ limit: full, left: 100, lastLimitAt: expect.any(Date) });
    const minutesAway = ((meter.halvedUntil?.getTime() ?? 0) - Date.now()) / 60_000;
    expect(minutesAway).toBeCloseTo(5, 1);
  });

  it('counts once for the calls that meet it together', async () => {
    await setBucket(200);
    await Promise.all([person.reportLimit(), person.reportLimit(), job.reportLimit()]);
    expect((await readBudget(environment)).left).toBe(100);
  });

  it('never goes below a tenth', async () => {
    await setBucket(full, full / 10);
    await person.reportLimit();
    const { perMinute } = await db().apiBudget.findUniqueOrThrow({ where: { environment } });
    expect(perMinute).toBeCloseTo(full / 10, 0);
  });

  it('is forgotten over five minutes', async () => {
    await setBucket(0, full / 2, '150 seconds');
    expect((await readBudget(environment)).halvedUntil).not.toBeNull();
    await setBucket(0, full / 2, '5 minutes');
    expect(await readBudget(environment)).toMatchObject({ left: full, halvedUntil: null });
  });
});
