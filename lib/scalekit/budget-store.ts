import 'server-only';
import { db, pool } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';

/** The bucket of an environment as of now. `perMinute` is below the full rate for some minutes after a 429. */
export type Bucket = { tokens: number; perMinute: number; lastLimitAt: Date | null };

// The bucket as of now, from the row `b`: the rate grows back a tenth of the full one each minute, and the
// tokens refill at that rate up to one minute's worth. The clock is Postgres's: many processes share the row. A row from
// the future was written before that clock was set back: it counts as a minute old, or nothing would refill until then.
const isAhead = (time: Prisma.Sql) => Prisma.sql`${time} > now() + interval '1 minute'`;
const minutes = Prisma.sql`(CASE WHEN ${isAhead(Prisma.sql`b.refilled_at`)} THEN 1
  ELSE GREATEST(0, EXTRACT(EPOCH FROM now() - b.refilled_at) / 60) END)::float8`;
const rate = (full: number) =>
  Prisma.sql`LEAST(${full}::float8, b.per_minute + ${full}::float8 / 10 * ${minutes})`;
const level = (full: number) =>
  Prisma.sql`LEAST(${rate(full)}, b.tokens + (b.per_minute + ${rate(full)}) / 2 * ${minutes})`;

const thisHour = Prisma.sql`date_trunc('hour', now(), 'UTC')`;

/**
 * Takes so many tokens, all or none, if at least `share` of a full bucket stays behind them.
 * One statement, so that processes that take at once cannot spend the same token. What was taken is counted by hour.
 * Not flushed by itself, which would be most of what it takes: a crash of Postgres gives some tokens back.
 * @returns false when there are not so many
 */
export async function takeTokens(
  environment: string,
  full: number,
  share: number,
  count: number,
): Promise<boolean> {
  const { text, values } = Prisma.sql`
    WITH taken AS (
      INSERT INTO api_budget AS b (environment, tokens, per_minute, refilled_at)
      SELECT ${environment}, ${full}::float8 - ${count}::int, ${full}::float8, now()
      FROM (SELECT set_config('synchronous_commit', 'off', true)) AS unflushed
      WHERE ${full}::float8 - ${count}::int >= ${share}::float8 * ${full}::float8
      ON CONFLICT (environment) DO UPDATE
      SET tokens = ${level(full)} - ${count}::int, per_minute = ${rate(full)}, refilled_at = now()
      WHERE ${level(full)} - ${count}::int >= ${share}::float8 * ${rate(full)}
      RETURNING b.environment
    )
    INSERT INTO api_budget_hour AS h (environment, hour, taken, limits)
    SELECT environment, ${thisHour}, ${count}::int, 0 FROM taken
    ON CONFLICT (environment, hour) DO UPDATE SET taken = h.taken + excluded.taken`;
  const { rowCount } = await pool().query({ name: 'budget', text, values });
  return rowCount === 1;
}

/**
 * Halves rate and tokens, not below a tenth of the full rate. Once in ten seconds: the calls that were
 * in flight together meet one limit, not many.
 */
export async function halveRate(environment: string, full: number): Promise<void> {
  await db().$executeRaw`
    UPDATE api_budget AS b
    SET tokens = ${level(full)} / 2, per_minute = GREATEST(${full}::float8 / 10, ${rate(full)} / 2),
      refilled_at = now(), last_limit_at = now()
    WHERE environment = ${environment}
      AND (b.last_limit_at IS NULL OR b.last_limit_at < now() - interval '10 seconds'
        OR ${isAhead(Prisma.sql`b.last_limit_at`)})`;
}

/** Counts an answer of 429 under the hour. */
export async function countLimit(environment: string): Promise<void> {
  await db().$executeRaw`
    INSERT INTO api_budget_hour AS h (environment, hour, taken, limits)
    VALUES (${environment}, ${thisHour}, 0, 1)
    ON CONFLICT (environment, hour) DO UPDATE SET limits = h.limits + 1`;
}

/** Reads the bucket without taking from it; a full one when nothing was taken yet. */
export async function readBucket(environment: string, full: number): Promise<Bucket> {
  const [bucket] = await db().$queryRaw<Bucket[]>`
    SELECT ${level(full)} AS tokens, ${rate(full)} AS "perMinute", b.last_limit_at AS "lastLimitAt"
    FROM api_budget AS b WHERE environment = ${environment}`;
  return bucket ?? { tokens: full, perMinute: full, lastLimitAt: null };
}
