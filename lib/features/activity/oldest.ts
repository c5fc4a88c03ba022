import 'server-only';
import { db } from '@/lib/db';
import type { Selection } from './branches';

/** The time of the oldest row that is kept of an environment, ISO 8601; null where there is none. */
export async function oldestAt({ environment, mayReadStaff }: Selection): Promise<string | null> {
  const [row] = await db().$queryRaw<{ oldest: Date | null }[]>`
    SELECT min(at) AS oldest FROM (
      (SELECT at FROM activity.event WHERE environment = ${environment} ORDER BY at LIMIT 1)
      UNION ALL
      (SELECT at FROM activity.login WHERE environment = ${environment} ORDER BY at LIMIT 1)
      UNION ALL
      (SELECT at FROM activity.change WHERE environment = ${environment} ORDER BY at LIMIT 1)
      UNION ALL
      (SELECT at FROM staff_log WHERE ${mayReadStaff} AND environment = ${environment} ORDER BY at LIMIT 1)
    ) AS ends`;
  return row?.oldest?.toISOString() ?? null;
}
