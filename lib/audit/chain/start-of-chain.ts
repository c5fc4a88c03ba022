import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { canonical } from './canonical';

/**
 * What stood in an environment's log before its chain began (a log from before there were chains), as the text that
 * seal 0 covers: how many rows, up to which id, and a digest of all of them.
 * @param before the first row of the chain
 */
export async function beforeTheChain(
  tx: Prisma.TransactionClient,
  environment: string,
  before: bigint,
): Promise<string> {
  const [row] = await tx.$queryRaw<{ rows: number; digest: string | null }[]>`
    SELECT count(*)::int AS rows,
      encode(sha256(convert_to(string_agg(${canonical('log')}, E'\n' ORDER BY log.id), 'UTF8')), 'hex') AS digest
    FROM staff_log AS log WHERE log.environment = ${environment} AND log.id < ${before}`;
  return JSON.stringify({ rows: row?.rows ?? 0, before: String(before), digest: row?.digest ?? null });
}
