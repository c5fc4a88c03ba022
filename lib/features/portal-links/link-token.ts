import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** The token in a durable link's URL: 32 random bytes in base64url. */
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A fresh token and the only form of it that may be stored. */
export function createLinkToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashLinkToken(token) };
}

/** SHA-256 in hex. No salt and no slow hash: 256 random bits cannot be guessed. */
export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
