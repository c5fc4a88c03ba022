import 'server-only';
import { db } from '@/lib/db';
import { windowMs } from './judge';
import { deletionType, type Place } from './place';

/** A stretch of deletions no longer than the window; `gone` were deleted since its first one. */
export type Burst = { first: Date; last: Date; deleted: number; gone: number };

/**
 * The stretch of at most ten minutes, both ends included, with most deletions after `since`; null without any. Postgres
 * counts: of five thousand deletions one row is read.
 */
export async function findWorstBurst(
  environment: string,
  { organizationId, directoryId }: Place,
  since: Date,
): Promise<Burst | null> {
  const [worst] = await db().$queryRaw<Burst[]>`
    WITH deletion AS MATERIALIZED (
      SELECT at FROM activity.event
      WHERE environment = ${environment} AND organization_id = ${organizationId} AND type = ${deletionType}
        AND source = 'directory' AND at > ${since} AND coalesce(data->>'directory_id', '') = ${directoryId}
    ), stretch AS (
      SELECT first_value(at) OVER stretch AS first_at, at AS last_at, count(*) OVER stretch AS deleted FROM deletion
      WINDOW stretch AS (
        ORDER BY at RANGE BETWEEN make_interval(secs => ${windowMs / 1_000}::float8) PRECEDING AND CURRENT ROW
      )
    ), worst AS (SELECT * FROM stretch ORDER BY deleted DESC, last_at LIMIT 1)
    SELECT first_at AS first, last_at AS last, deleted::int,
      (SELECT count(*)::int FROM deletion WHERE at >= first_at) AS gone
    FROM worst`;
  return worst ?? null;
}
