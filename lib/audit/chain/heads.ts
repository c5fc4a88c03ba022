import 'server-only';
import { db } from '@/lib/db';

/** The end of a chain. Kept somewhere else, it shows later that nothing before it is missing. */
export type ChainHead = { environment: string; seq: string; mac: string };

/** The head of each environment's chain, as far as there is one. @throws Error when Postgres does not answer */
export async function readHeads(): Promise<ChainHead[]> {
  const heads = await db().$queryRaw<{ environment: string; seq: bigint; mac: string }[]>`
    SELECT DISTINCT ON (environment) environment, seq, mac FROM (
      SELECT environment, seq, mac FROM staff_log_seal
      UNION ALL SELECT environment, seq, mac FROM staff_log_checkpoint
    ) AS points ORDER BY environment, seq DESC`;
  return heads.map(({ environment, seq, mac }) => ({ environment, seq: String(seq), mac }));
}

/** The head of one environment's chain, by its index. Null: there is no chain yet. @throws Error when Postgres does not answer */
export async function readHead(environment: string): Promise<ChainHead | null> {
  const [seal, checkpoint] = await Promise.all([
    db().staffLogSeal.findFirst({ where: { environment }, orderBy: { seq: 'desc' } }),
    db().staffLogCheckpoint.findFirst({ where: { environment }, orderBy: { seq: 'desc' } }),
  ]);
  const head = seal ?? checkpoint;
  return head && { environment, seq: String(head.seq), mac: head.mac };
}

/**
 * Whether a head that was kept elsewhere is still part of the chain: `missing` when the log was cut before it.
 * `pruned`: it lies before the last checkpoint, so nothing can be said.
 */
export async function findHead(head: ChainHead): Promise<'there' | 'missing' | 'other' | 'pruned'> {
  const { environment } = head;
  const seq = BigInt(head.seq);
  const seal = await db().staffLogSeal.findUnique({ where: { environment_seq: { environment, seq } } });
  const checkpoint = await db().staffLogCheckpoint.findFirst({
    where: { environment },
    orderBy: { seq: 'desc' },
  });
  if (seal) return seal.mac === head.mac ? 'there' : 'other';
  if (!checkpoint || checkpoint.seq < seq) return 'missing';
  if (checkpoint.seq === seq) return checkpoint.mac === head.mac ? 'there' : 'other';
  return 'pruned';
}
