import 'server-only';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { branchesOf, type Selection } from '../branches';

/** Rows that one walk counts at most: a tenth of a second for a progress bar, not more. */
const limit = 1_000_000;

/** How many rows a selection has; null where it has more than are counted. @throws Error when Postgres does not answer */
export async function countRows(selection: Selection): Promise<number | null> {
  const branches = branchesOf(selection);
  if (branches.length === 0) return 0;
  const walks = branches.map(
    ({ source, conditions }) => Prisma.sql`
      SELECT count(*)::int AS rows
      FROM (${source} WHERE ${Prisma.join(conditions, ' AND ')} LIMIT ${limit + 1}) AS counted`,
  );
  const counts = await db().$queryRaw<{ rows: number }[]>`${Prisma.join(walks, ' UNION ALL ')}`;
  if (counts.some(({ rows }) => rows > limit)) return null;
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}
