import type { Environment } from '../environment';
import { notFound } from '../errors';
import { hashSecret } from '../hash-secret';
import { membershipId } from '../users/rows';
import type { TokenRow } from './rows';

/** The key with this value or `apit_` id, also when it no longer works. */
export function findToken({ store }: Environment, valueOrId: string): TokenRow | undefined {
  return store.tokens.get(valueOrId) ?? store.tokens.findBy('valueHash', hashSecret(valueOrId))[0];
}

/** The same, when it works. @throws ConnectError not found when it is unknown, expired or revoked */
export function requireActiveToken(environment: Environment, valueOrId: string): TokenRow {
  const row = findToken(environment, valueOrId);
  if (!row || !isActive(environment, row)) throw notFound('token');
  return row;
}

/** Neither revoked nor expired, and its member, where it has one, is active. */
export function isActive({ clock, store }: Environment, row: TokenRow): boolean {
  if (row.revokedAt !== undefined) return false;
  if (row.expiresAt !== undefined && row.expiresAt <= clock.now()) return false;
  if (!row.userId) return true;
  return store.memberships.get(membershipId(row.organizationId, row.userId))?.status === 'active';
}
