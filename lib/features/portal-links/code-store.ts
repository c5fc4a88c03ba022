import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db';
import { hashCode, isSameHash, makeCode } from './code-secret';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const lifeMs = 10 * minuteMs;
const mostTries = 5;
const mostPerHour = 5;

/** `freeAt`: the hour's codes are spent, and when the next may be asked for. */
export type IssuedCode = { codeId: string; code: string } | { freeAt: Date };

/**
 * Makes a code for a link and ends the one before. At most five an hour: requests for one link wait for each other
 * on the link's row, so that they are counted whole, in however many processes.
 */
export async function issueCode(linkId: string, now = new Date()): Promise<IssuedCode> {
  const codeId = randomUUID();
  const code = makeCode();
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM portal_link WHERE id = ${linkId}::uuid FOR UPDATE`;
    const recent = await tx.portalLinkCode.findMany({
      where: { linkId, createdAt: { gt: new Date(now.getTime() - hourMs) } },
      orderBy: { createdAt: 'desc' },
      take: mostPerHour,
    });
    const earliest = recent[mostPerHour - 1];
    if (earliest) return { freeAt: new Date(earliest.createdAt.getTime() + hourMs) };
    await tx.portalLinkCode.updateMany({
      where: { linkId, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    const expiresAt = new Date(now.getTime() + lifeMs);
    const codeHash = hashCode(code, codeId, linkId);
    await tx.portalLinkCode.create({ data: { id: codeId, linkId, codeHash, createdAt: now, expiresAt } });
    return { codeId, code };
  });
}

/** Takes a code back that was not mailed: it is as if it had not been asked for. */
export async function withdrawCode(codeId: string): Promise<void> {
  await db().portalLinkCode.deleteMany({ where: { id: codeId } });
}

/** When the code that still works was made; null when there is none. */
export async function findLiveCode(linkId: string, now = new Date()): Promise<Date | null> {
  const code = await db().portalLinkCode.findFirst({ where: liveCodes(linkId, now) });
  return code?.createdAt ?? null;
}

/**
 * Spends one try of the link's code, and the code itself when it is right.
 * Each step is one UPDATE that finds the row still good: guesses at once get no more than five tries together,
 * and of two right ones at once one wins.
 * @returns `none` when no code was there to try
 */
export async function redeemCode(
  linkId: string,
  typed: string,
  now = new Date(),
): Promise<'right' | 'wrong' | 'none'> {
  const live = liveCodes(linkId, now);
  const data = { tries: { increment: 1 } };
  const [tried] = await db().portalLinkCode.updateManyAndReturn({ where: live, data });
  if (!tried) return 'none';
  if (!isSameHash(tried.codeHash, hashCode(typed, tried.id, linkId))) return 'wrong';
  const { count } = await db().portalLinkCode.updateMany({
    where: { id: tried.id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1 ? 'right' : 'wrong';
}

function liveCodes(linkId: string, now: Date) {
  return { linkId, usedAt: null, expiresAt: { gt: now }, tries: { lt: mostTries } };
}
