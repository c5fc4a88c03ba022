import 'server-only';
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

/** A new session's secret: 256 random bits, kept only in the browser's cookie. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What Postgres keeps of a session token: SHA-256 in hex. Enough, since the token is random and long. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Encrypts an ID token with a key that only the session's cookie yields: the database alone cannot read it. */
export function sealIdToken(idToken: string, token: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(token), iv);
  const text = Buffer.concat([cipher.update(idToken, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

/** The ID token again; null for another session's cookie or a changed row. */
export function unsealIdToken(sealed: string, token: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const body = ivBytes + tagBytes;
  if (bytes.length < body) return null;
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(token), bytes.subarray(0, ivBytes));
  decipher.setAuthTag(bytes.subarray(ivBytes, body));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function sealingKey(token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, '', 'keydesk id token', 32));
}
