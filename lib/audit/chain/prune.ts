import 'server-only';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import type { Prisma } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';
import { witnessedNow } from '../witnessed-now';
import { lockChain } from './append';
import { checkpointText } from './canonical';
import { sign } from './key';
import { verifySlice } from './verify';

/**
 * Removes rows older than STAFF_LOG_DAYS from every environment's log, a slice at a time, and leaves a signed checkpoint
 * from which the chain goes on. A clock that jumped ahead removes nothing. A part that does not verify is left as it is, as evidence, and reported to the log.
 * @returns how many rows went
 * @throws Error when Postgres does not answer
 */
export async function pruneStaffLog(stopping?: AbortSignal): Promise<number> {
  const days = env().STAFF_LOG_DAYS;
  const now = days === 0 ? null : await witnessedNow();
  if (!now) return 0;
  const before = new Date(now.getTime() - days * 24 * 60 * 60_000);
  let removed = 0;
  for (const { name } of env().environments) {
    for (;;) {
      const gone = stopping?.aborted ? 0 : await pruneSlice(name, before);
      removed += gone;
      if (gone === 0) break;
    }
  }
  return removed;
}

async function pruneSlice(environment: string, before: Date): Promise<number> {
  const slice = await verifySlice(environment, null);
  if (slice.fault) {
    logger.error({ environment, ...slice.fault }, 'The staff log does not verify, so it is not pruned');
    return 0;
  }
  if (slice.last === null) return 0;
  return db().$transaction((tx) => cut(tx, environment, BigInt(slice.last as string), before), {
    maxWait: 10_000,
    timeout: 60_000,
  });
}

async function cut(tx: Prisma.TransactionClient, environment: string, verified: bigint, before: Date) {
  await tx.$executeRaw(lockChain(environment));
  // The first row that stays, and with it all that came later.
  const [end] = await tx.$queryRaw<{ seq: bigint; mac: string; log_id: bigint | null }[]>`
    SELECT seal.seq, seal.mac, seal.log_id FROM staff_log_seal AS seal
    WHERE seal.environment = ${environment} AND seal.seq <= ${verified}
      AND seal.seq < COALESCE((
        SELECT min(kept.seq) FROM staff_log_seal AS kept JOIN staff_log AS log ON log.id = kept.log_id
        WHERE kept.environment = ${environment} AND log.at >= ${before}), ${verified} + 1)
    ORDER BY seal.seq DESC LIMIT 1`;
  if (!end?.log_id) return 0;
  await tx.$executeRaw`SELECT set_config('keydesk.pruning', 'on', true)`;
  const removed = await tx.$executeRaw`
    DELETE FROM staff_log WHERE environment = ${environment} AND id <= ${end.log_id}`;
  await tx.$executeRaw`DELETE FROM staff_log_seal WHERE environment = ${environment} AND seq <= ${end.seq}`;
  const point = { environment, seq: end.seq, mac: end.mac, lastLogId: end.log_id, removed };
  const { mac: signature, keyId } = sign(checkpointText(point));
  await tx.staffLogCheckpoint.create({ data: { ...point, signature, keyId } });
  return removed;
}
