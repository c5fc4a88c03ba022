import 'server-only';
import { createHmac, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto';
import { db } from '@/lib/db';
import { env } from '@/lib/env';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const lifeMs = 10 * minuteMs;
const mostTries = 5;
const mostPerHour = 5;

/**
 * Makes the code of a link and ends the one before. One UPDATE counts and limits: five codes an hour, in however many
 * processes they are asked for.
 * @returns null when the hour's codes are spent
 */
export async function issueCode(linkId: string, now = new Date()): Promise<string | null> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const hourAgo = new Date(now.getTime() - hourMs);
  const expiresAt = new Date(now.getTime() + lifeMs);
  const count = await db().$executeRaw`
    UPDATE account_link SET
      code_hash = ${hashCode(code, linkId)}, code_expires_at = ${expiresAt}, code_tries = 0,
      codes_sent = CASE WHEN codes_since > ${hourAgo} THEN codes_sent + 1 ELSE 1 END,
      codes_since = CASE WHEN codes_since > ${hourAgo} THEN codes_since ELSE ${now} END
    WHERE id = ${linkId}::uuid
      AND (codes_since IS NULL OR codes_since <= ${hourAgo} OR codes_sent < ${mostPerHour})`;
  return count === 1 ? code : null;
}

/** Ends a code that was not mailed. It counts in its hour all the same: what cannot be sent is not worth hammering. */
export async function withdrawCode(linkId: string, code: string): Promise<void> {
  await db().accountLink.updateMany({
    where: { id: linkId, codeHash: hashCode(code, linkId) },
    data: { codeHash: null },
  });
}

/** Spends one try of the link's code, and the code itself when it is right. Of two right ones at once one wins. */
export async function redeemCode(linkId: string, typed: string, now = new Date()): Promise<boolean> {
  const code = typed.replaceAll(/[\s-]/g, '');
  if (!/^\d{6}$/.test(code)) return false;
  const [tried] = await db().accountLink.updateManyAndReturn({
    where: {
      id: linkId,
      codeHash: { not: null },
      codeExpiresAt: { gt: now },
      codeTries: { lt: mostTries },
    },
    data: { codeTries: { increment: 1 } },
  });
  const hash = hashCode(code, linkId);
  if (!tried?.codeHash || !isSame(tried.codeHash, hash)) return false;
  const { count } = await db().accountLink.updateMany({
    where: { id: linkId, codeHash: hash },
    data: { codeHash: null },
  });
  return count === 1;
}

/** Keyed, since a million plain hashes are tried in a second. */
function hashCode(code: string, linkId: string): string {
  const key = Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', 'keydesk account link code', 32));
  return createHmac('sha256', key).update(`${linkId}:${code}`).digest('hex');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
