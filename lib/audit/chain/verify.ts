import 'server-only';
import { db } from '@/lib/db';
import { canonical, checkpointText, sealedText } from './canonical';
import { findUnsealed } from './find-unsealed';
import { checkMac } from './key';
import { beforeTheChain } from './start-of-chain';

/** What is wrong with a chain, at which seal and about which row of the log. */
export type ChainFault = {
  kind: 'altered' | 'removed' | 'inserted' | 'start' | 'checkpoint' | 'unknown-key';
  seq: string | null;
  logId: string | null;
};

export type ChainSlice = {
  /** The last seal that was looked at; where the next slice begins. */
  last: string | null;
  /** Seals looked at in this slice. */
  checked: number;
  /** True when the end of the chain was reached, or a fault. */
  done: boolean;
  fault: ChainFault | null;
};

type Sealed = {
  seq: bigint;
  log_id: bigint | null;
  note: string | null;
  mac: string;
  key_id: string;
  text: string | null;
};

export const sliceSize = 2_000;

/**
 * Checks a part of an environment's chain: that no seal is missing, that each row is as it was sealed, that no row
 * stands between them without a seal. Stops at the first fault.
 * @param after the `last` of the slice before, null to begin
 * @throws Error when Postgres does not answer
 */
export async function verifySlice(environment: string, after: string | null): Promise<ChainSlice> {
  const start = await readStart(environment, after);
  if ('fault' in start) return { last: after, checked: 0, done: true, fault: start.fault };
  const seals = await db().$queryRaw<Sealed[]>`
    SELECT seal.seq, seal.log_id, seal.note, seal.mac, seal.key_id,
      CASE WHEN log.id IS NULL THEN NULL ELSE ${canonical('log')} END AS text
    FROM staff_log_seal AS seal LEFT JOIN staff_log AS log ON log.id = seal.log_id
    WHERE seal.environment = ${environment} AND seal.seq > ${start.seq}
    ORDER BY seal.seq LIMIT ${sliceSize}`;
  let previous = start;
  for (const seal of seals) {
    const fault = await checkSeal(environment, previous, seal);
    if (fault) return { last: String(seal.seq), checked: seals.length, done: true, fault };
    previous = { seq: seal.seq, mac: seal.mac, logId: seal.log_id ?? previous.logId };
  }
  const done = seals.length < sliceSize;
  const inserted = await findUnsealed(environment, start.logId, done ? null : previous.logId);
  const last = previous.seq < 0n ? null : String(previous.seq);
  const fault: ChainFault | null = inserted ? { kind: 'inserted', seq: null, logId: inserted } : null;
  return { last, checked: seals.length, done: done || fault !== null, fault };
}

type Point = { seq: bigint; mac: string; logId: bigint };

/** The seal that the slice follows. Its row was checked by the slice before. */
async function readStart(environment: string, after: string | null): Promise<Point | { fault: ChainFault }> {
  if (after !== null) {
    const where = { environment_seq: { environment, seq: BigInt(after) } };
    const seal = await db().staffLogSeal.findUnique({ where });
    if (seal) return { seq: seal.seq, mac: seal.mac, logId: seal.logId ?? 0n };
  }
  const checkpoint = await db().staffLogCheckpoint.findFirst({
    where: { environment },
    orderBy: { seq: 'desc' },
  });
  if (!checkpoint) return { seq: -1n, mac: '', logId: 0n };
  const { seq, mac, lastLogId, signature, keyId } = checkpoint;
  const result = checkMac(checkpointText(checkpoint), signature, keyId);
  if (result === 'right') return { seq, mac, logId: lastLogId };
  const kind = result === 'wrong' ? 'checkpoint' : result;
  return { fault: { kind, seq: String(seq), logId: null } };
}

async function checkSeal(environment: string, previous: Point, seal: Sealed): Promise<ChainFault | null> {
  const at = { seq: String(seal.seq), logId: seal.log_id === null ? null : String(seal.log_id) };
  if (seal.seq !== previous.seq + 1n) return { kind: 'removed', seq: String(previous.seq + 1n), logId: null };
  const text = seal.log_id === null ? await startText(environment, seal) : seal.text;
  if (text === null) return { kind: seal.log_id === null ? 'start' : 'removed', ...at };
  const result = checkMac(sealedText(environment, seal.seq, previous.mac, text), seal.mac, seal.key_id);
  if (result === 'right') return null;
  return { kind: result === 'unknown-key' ? result : 'altered', ...at };
}

/** The text of seal 0, if what it tells of still stands as it tells. */
async function startText(environment: string, { seq, note }: Sealed): Promise<string | null> {
  if (seq !== 0n || note === null) return null;
  const told = JSON.parse(note) as { before: string };
  return (await beforeTheChain(db(), environment, BigInt(told.before))) === note ? note : null;
}
