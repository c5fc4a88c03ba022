import 'server-only';
import { toRows } from '@/lib/key-values';
import type { tokensPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { ApiKeyRow } from './schema';

/** Plain row of an active key, without its value. */
export function toApiKeyRow(token: tokensPb.Token): ApiKeyRow {
  return {
    tokenId: token.tokenId,
    suffix: token.tokenSuffix,
    description: token.description || null,
    userId: token.userId || null,
    email: token.email || null,
    roles: token.roles,
    createdAt: toIso(token.createdAt),
    expiresAt: toIso(token.expiry),
    customClaims: toRows(token.customClaims),
  };
}
