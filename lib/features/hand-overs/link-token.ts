import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** The token in a hand-over's URL: 16 random bytes in base64url. Nobody guesses 128 bits. */
export const handOverToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** A fresh token and the only form of it that may be stored: who reads the table cannot open, and so burn, a link. */
export function createHandOverToken(): { token: string; tokenHash: string } {
  const token = randomBytes(16).toString('base64url');
  return { token, tokenHash: hashHandOverToken(token) };
}

/** SHA-256 in hex. No salt and no slow hash: random bits cannot be guessed. */
export function hashHandOverToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
