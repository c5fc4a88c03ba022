import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

const shape = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A fresh token of 32 random bytes and the only form of it that may be stored. */
export function createToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

/** The hash to look a token up by; null for what no token looks like. */
export function readToken(token: string): string | null {
  return shape.safeParse(token).success ? hashToken(token) : null;
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
