import { z } from 'zod';

/** Far beyond any token; what is longer is a file. */
const longestPaste = 100_000;
const longestToken = 16_384;

const jwtShape = /eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/;
const encryptedShape = /eyJ[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){4}/;
const keyShape = /^[A-Za-z0-9_.~+/=-]{16,512}$/;

/** What of a pasted text is looked at. */
export type Pasted = { kind: 'jwt' | 'key'; value: string } | { kind: 'nothing'; sentence: string };

/**
 * Finds the token in what was pasted: alone, after `Bearer`, in quotes, or in an address such as the one of an
 * IdP-initiated sign-in. A text that cannot be a token is answered here and sent nowhere.
 */
export function findPasted(text: string): Pasted {
  const nothing = (sentence: string): Pasted => ({ kind: 'nothing', sentence });
  if (text.trim() === '') return nothing('Paste a token or an API key.');
  if (text.length > longestPaste)
    return nothing('This is longer than 100,000 characters. Paste the token alone.');
  if (encryptedShape.test(text))
    return nothing('This token is encrypted (five parts): only its receiver can read it.');
  const jwt = jwtShape.exec(text)?.[0];
  if (jwt && jwt.length > longestToken)
    return nothing('This is longer than 16,384 characters, which no token is.');
  if (jwt) return { kind: 'jwt', value: jwt };
  const value = text
    .trim()
    .replace(/^(authorization:\s*)?bearer\s+/i, '')
    .replace(/^["'`]|["'`,;]+$/g, '');
  if (value.startsWith('whsec_'))
    return nothing('This is the secret of a webhook endpoint, not a token. It is not sent anywhere.');
  if (keyShape.test(value)) return { kind: 'key', value };
  return nothing('Neither a token in three parts (JWT) nor an API key is in this text.');
}

export const inspectTokenInput = z.object({ token: z.string().max(longestToken).regex(jwtShape) });

export const tokenKinds = {
  machine: 'Access token of an API client',
  access: 'Access token of a person',
  id: 'ID token',
  idp_initiated: 'Token of an IdP-initiated sign-in',
  other: 'Token of an unknown kind',
} as const;
export type TokenKind = keyof typeof tokenKinds;

/** `unknown_key`: none of the environment's keys has its id. `elsewhere`: another environment of this console issued it. */
export type SignatureState = 'good' | 'bad' | 'unknown_key' | 'unsigned' | 'elsewhere';

export type TokenClaim = { name: string; value: string; meaning: string | null };

/** A token taken apart. Times are ISO 8601; a missing claim is null. The token itself is not in it. */
export type InspectedToken = {
  kind: TokenKind;
  signature: SignatureState;
  /** The environment that issued it, where it is one of this console's. */
  environment: string | null;
  algorithm: string;
  issuedAt: string | null;
  notBefore: string | null;
  expiresAt: string | null;
  state: 'valid' | 'expired' | 'not_yet' | 'endless';
  scopes: string[];
  claims: TokenClaim[];
  /** Who it speaks of, where the person at the screen may see them. */
  organizationId: string | null;
  userId: string | null;
  clientId: string | null;
  connectionId: string | null;
};
