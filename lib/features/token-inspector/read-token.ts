import 'server-only';
import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { claimMeanings } from './claims.data';
import type { InspectedToken, TokenClaim, TokenKind } from './schema';

const text = z.string().nullable().catch(null);
const seconds = z.number().nullable().catch(null);
const words = z
  .union([z.string().transform((one) => one.split(' ').filter(Boolean)), z.array(z.string())])
  .catch([]);
const known = z.object({
  iss: text.default(null),
  sub: text.default(null),
  oid: text.default(null),
  client_id: text.default(null),
  connection_id: text.default(null),
  organization_id: text.default(null),
  iat: seconds.default(null),
  nbf: seconds.default(null),
  exp: seconds.default(null),
  scope: words.default([]),
  scopes: words.default([]),
});

// A map, because anyone may call a claim `constructor`.
const meanings = new Map(Object.entries(claimMeanings));

/** A token read without a look at its signature. */
export type ReadToken = Omit<InspectedToken, 'signature' | 'environment'> & {
  issuer: string | null;
  keyId: string | null;
};

/**
 * Takes a JWT apart. Nothing in it is believed yet.
 * @throws AppError invalid when its parts are not JSON
 */
export function readToken(token: string, now: number): ReadToken {
  const { header, payload } = decode(token);
  const claims = known.parse(payload);
  const expired = claims.exp !== null && claims.exp * 1000 <= now;
  const early = claims.nbf !== null && claims.nbf * 1000 > now;
  return {
    kind: kindOf(payload),
    algorithm: String(header.alg ?? 'none'),
    keyId: header.kid ?? null,
    issuer: claims.iss,
    issuedAt: toIso(claims.iat),
    notBefore: toIso(claims.nbf),
    expiresAt: toIso(claims.exp),
    state: expired ? 'expired' : early ? 'not_yet' : claims.exp === null ? 'endless' : 'valid',
    scopes: [...new Set([...claims.scopes, ...claims.scope])],
    claims: Object.entries(payload).map(toClaim),
    organizationId: prefixed('org_', claims.oid, claims.organization_id),
    userId: prefixed('usr_', claims.sub),
    clientId: prefixed('m2morg_', claims.client_id, claims.sub),
    connectionId: prefixed('conn_', claims.connection_id, claims.sub?.split(';')[0] ?? null),
  };
}

function decode(token: string) {
  try {
    return { header: decodeProtectedHeader(token), payload: decodeJwt(token) };
  } catch {
    throw new AppError('invalid', 'This looks like a token, but its parts are not readable. Was it cut off?');
  }
}

// What only one kind carries decides; Scalekit writes no `typ`.
function kindOf(payload: JWTPayload): TokenKind {
  if ('at_hash' in payload || 'c_hash' in payload || 'nonce' in payload || 'amr' in payload) return 'id';
  if (!payload.sub && 'connection_id' in payload) return 'idp_initiated';
  if (payload.gty === 'client-credentials' || (payload.sub && payload.sub === payload.client_id))
    return 'machine';
  if ('sid' in payload) return 'access';
  return 'email' in payload ? 'id' : 'other';
}

function toClaim([name, value]: [string, unknown]): TokenClaim {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return { name, value: shown, meaning: meanings.get(name) ?? null };
}

function prefixed(prefix: string, ...candidates: (string | null)[]): string | null {
  return candidates.find((candidate) => candidate?.startsWith(prefix)) ?? null;
}

// A year past 275760 has no Date, and anyone can write a number into a token.
function toIso(time: number | null): string | null {
  const date = new Date((time ?? Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
