import 'server-only';
import { createHmac, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

/** Six digits from the system's random source, as they are mailed. */
export function makeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** What a person typed, without the spaces and dashes that mail programs put in; null when it is no code. */
export function readTypedCode(typed: string): string | null {
  const digits = typed.replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/**
 * The only form of a code that is stored: HMAC-SHA-256 in hex, bound to the row and the link it was made for.
 * Keyed, since a million plain hashes are tried in a second.
 */
export function hashCode(code: string, codeId: string, linkId: string): string {
  const key = Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', 'keydesk portal link code', 32));
  return createHmac('sha256', key).update(`${linkId}:${codeId}:${code}`).digest('hex');
}

/** Compares two hashes in a time that tells nothing about where they differ. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
