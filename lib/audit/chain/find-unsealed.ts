import 'server-only';
import { db } from '@/lib/db';

/**
 * A row of the log that stands within the chain and has no seal.
 * @param after the last row before the stretch; 0 is the chain's beginning
 * @param upTo the last row of the stretch; null is the end of the log
 * @returns its id, or null
 */
export async function findUnsealed(
  environment: string,
  after: bigint,
  upTo: bigint | null,
): Promise<string | null> {
  const from = after > 0n ? after : await startsAt(environment);
  const [row] = await db().$queryRaw<{ id: bigint }[]>`
    SELECT log.id FROM staff_log AS log
    WHERE log.environment = ${environment} AND log.id > ${from}
      AND (${upTo}::bigint IS NULL OR log.id <= ${upTo}::bigint)
      AND NOT EXISTS (SELECT 1 FROM staff_log_seal AS seal WHERE seal.log_id = log.id)
    ORDER BY log.id LIMIT 1`;
  return row ? String(row.id) : null;
}

/** The id before the first row of the chain: what came before stands under seal 0. */
async function startsAt(environment: string): Promise<bigint> {
  const first = await db().staffLogSeal.findUnique({ where: { environment_seq: { environment, seq: 0n } } });
  return first?.note ? BigInt((JSON.parse(first.note) as { before: string }).before) - 1n : 0n;
}
