import 'server-only';
import { db } from '@/lib/db';
import { eraseExpired } from './erase-expired';
import { handOverToken, hashHandOverToken } from './link-token';
import { stateOf, toKind } from './rows';
import type { PublicHandOver, TakenHandOver } from './schema';

/** Who pressed the button, as far as a request tells; `browser` is in words. */
export type Opener = { ip: string | null; browser: string | null };

type Taken = { sealed: string; kind: string; label: string };

/**
 * Takes the ciphertext out of the database and hands it to one browser. One statement reads it, empties the row and
 * says who it was: the row's lock lets one of any number of presses through, in however many processes.
 *
 * Not a `defineAction`: nobody is signed in. The token is the permission, and what it gives is useless without the
 * key, which only the link's fragment holds.
 */
export async function takeHandOver(token: string, { ip, browser }: Opener): Promise<TakenHandOver> {
  if (!handOverToken.safeParse(token).success) return { state: 'made_up' };
  const [taken] = await db().$queryRaw<Taken[]>`
    WITH waiting AS (
      SELECT id, sealed FROM hand_over
      WHERE token_hash = ${hashHandOverToken(token)} AND opened_at IS NULL AND revoked_at IS NULL
        AND expires_at > now() AND sealed IS NOT NULL
      FOR UPDATE)
    UPDATE hand_over SET opened_at = now(), opened_ip = ${ip}, opened_browser = ${browser}, sealed = NULL
    FROM waiting WHERE hand_over.id = waiting.id
    RETURNING waiting.sealed, hand_over.kind, hand_over.label`;
  if (taken) return { state: 'taken', sealed: taken.sealed, kind: toKind(taken.kind), label: taken.label };
  const now = await findPublicHandOver(token);
  // The clocks of Postgres and of this process may differ by a moment: what could not be taken is over.
  return now.state === 'waiting' ? { state: 'expired' } : now;
}

/** What the public page may say before anybody presses. Takes nothing: mail scanners look too. */
export async function findPublicHandOver(token: string): Promise<PublicHandOver> {
  if (!handOverToken.safeParse(token).success) return { state: 'made_up' };
  await eraseExpired();
  const row = await db().handOver.findUnique({
    where: { tokenHash: hashHandOverToken(token) },
    select: { openedAt: true, revokedAt: true, expiresAt: true },
  });
  if (!row) return { state: 'made_up' };
  const state = stateOf(row);
  if (state === 'waiting') return { state, expiresAt: row.expiresAt.toISOString() };
  if (row.openedAt) return { state: 'opened', openedAt: row.openedAt.toISOString() };
  return { state: state === 'revoked' ? 'revoked' : 'expired' };
}
