import 'server-only';
import { pool } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { branchesOf, type Selection } from '../branches';

/** Rows that one walk counts at most: a tenth of a second for a progress bar, not more. */
const limit = 1_000_000;
const longestMs = 2_000;
/** Postgres' code for a statement that took too long. */
const cancelled = '57014';

/**
 * How many rows a selection has; null where it has more than are counted, or where they are not counted in time.
 * @throws Error when Postgres does not answer
 */
export async function countRows(selection: Selection, timeoutMs = longestMs): Promise<number | null> {
  const branches = branchesOf(selection);
  if (branches.length === 0) return 0;
  const walks = branches.map(
    ({ source, conditions }) => Prisma.sql`
      SELECT count(*)::int AS rows
      FROM (${source} WHERE ${Prisma.join(conditions, ' AND ')} LIMIT ${limit + 1}) AS counted`,
  );
  const counts = await within(timeoutMs, Prisma.join(walks, ' UNION ALL '));
  if (counts === null || counts.some(({ rows }) => rows > limit)) return null;
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

/** Null when it took longer. */
async function within(ms: number, { text, values }: Prisma.Sql): Promise<{ rows: number }[] | null> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN READ ONLY');
    await client.query(`SET LOCAL statement_timeout = ${ms}`);
    return (await client.query<{ rows: number }>({ text, values })).rows;
  } catch (error) {
    if ((error as { code?: string }).code === cancelled) return null;
    throw error;
  } finally {
    // A connection that cannot even undo is not given to the next one.
    const broken = await client.query('ROLLBACK').then(
      () => undefined,
      (error) => error,
    );
    client.release(broken);
  }
}
