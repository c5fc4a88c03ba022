import 'server-only';
import { db } from '@/lib/db';
import { Prisma } from '@/lib/generated/prisma/client';
import { canonical, sealedText } from './canonical';
import { sign } from './key';
import { beforeTheChain } from './start-of-chain';

type Added = { id: bigint; text: string; seq: bigint | null; mac: string | null };

/** The name of the lock that whoever extends or cuts an environment's chain holds until their transaction ends. */
export function lockChain(environment: string): Prisma.Sql {
  return Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`staff log ${environment}`}, 0))`;
}

/**
 * Adds a row to the staff log and its seal to the chain, both or neither. One at a time per environment: the next seal
 * needs this one.
 * @param insert `INSERT INTO staff_log …` without RETURNING, of one row at most
 * @returns the row's id, null when the statement inserted nothing
 * @throws Error when Postgres refuses
 */
export function appendSealed(environment: string, insert: Prisma.Sql): Promise<bigint | null> {
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw(lockChain(environment));
      const [added] = await tx.$queryRaw<Added[]>`
        WITH added AS (${insert} RETURNING *)
        SELECT added.id, ${canonical('added')} AS text, head.seq, head.mac
        FROM added LEFT JOIN LATERAL (
          SELECT seq, mac FROM staff_log_seal WHERE environment = ${environment} ORDER BY seq DESC LIMIT 1
        ) AS head ON true`;
      if (!added) return null;
      const head = await headFor(tx, environment, added);
      const seq = head.seq + 1n;
      const { mac, keyId } = sign(sealedText(environment, seq, head.mac, added.text));
      await tx.staffLogSeal.create({ data: { environment, seq, logId: added.id, mac, keyId } });
      return added.id;
    },
    { maxWait: 10_000, timeout: 30_000 },
  );
}

async function headFor(tx: Prisma.TransactionClient, environment: string, { id, seq, mac }: Added) {
  if (seq !== null && mac !== null) return { seq, mac };
  const pruned = await tx.staffLogCheckpoint.findFirst({ where: { environment }, orderBy: { seq: 'desc' } });
  if (pruned) return { seq: pruned.seq, mac: pruned.mac };
  const note = await beforeTheChain(tx, environment, id);
  const first = sign(sealedText(environment, 0n, '', note));
  await tx.staffLogSeal.create({ data: { environment, seq: 0n, note, ...first } });
  return { seq: 0n, mac: first.mac };
}
