import 'server-only';
import type { HandOver } from '@/lib/generated/prisma/client';
import { type HandOverRow, type HandOverState, handOverKinds } from './schema';

type Life = Pick<HandOver, 'openedAt' | 'revokedAt' | 'expiresAt'>;

/** What became of a hand-over: what people did comes before what time did. */
export function stateOf({ openedAt, revokedAt, expiresAt }: Life, now = Date.now()): HandOverState {
  if (openedAt) return 'opened';
  if (revokedAt) return 'revoked';
  return expiresAt.getTime() <= now ? 'expired' : 'waiting';
}

/** Plain row of a hand-over, without its hash and its ciphertext. */
export function toHandOverRow(row: Omit<HandOver, 'sealed' | 'tokenHash'>): HandOverRow {
  return {
    handOverId: row.id,
    state: stateOf(row),
    kind: toKind(row.kind),
    label: row.label,
    secretId: row.secretId,
    recipient: row.recipient,
    createdAt: row.createdAt.toISOString(),
    createdByEmail: row.createdByEmail,
    expiresAt: row.expiresAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    openedBrowser: row.openedBrowser,
    openedIp: row.openedIp,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokedByEmail: row.revokedByEmail,
  };
}

/** The table holds what `createHandOver` let in. */
export function toKind(kind: string) {
  return handOverKinds.find((known) => known === kind) ?? 'api_key';
}
