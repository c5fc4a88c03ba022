import 'server-only';
import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

type Key = { id: string; secret: Buffer };

/**
 * The keys of the chain, which no database holds: the first seals, all of them verify.
 * Without STAFF_LOG_KEY one is derived from NEXTAUTH_SECRET, so that a small installation has a chain too.
 */
function keys(): Key[] {
  const { STAFF_LOG_KEY, NEXTAUTH_SECRET } = env();
  const secrets = STAFF_LOG_KEY.map((text) => Buffer.from(text, 'utf8'));
  if (secrets.length === 0) {
    secrets.push(Buffer.from(hkdfSync('sha256', NEXTAUTH_SECRET, '', 'keydesk staff log chain', 32)));
  }
  return secrets.map((secret) => ({ secret, id: idOf(secret) }));
}

function idOf(secret: Buffer): string {
  return createHash('sha256').update('keydesk staff log key id').update(secret).digest('hex').slice(0, 12);
}

/** Seals `text` with the key in use. */
export function sign(text: string): { mac: string; keyId: string } {
  const [key] = keys();
  if (!key) throw new Error('There is no key for the staff log');
  return { mac: macOf(key, text), keyId: key.id };
}

/** Whether `mac` seals `text`; `unknown-key` when this process does not have the key that made it. */
export function checkMac(text: string, mac: string, keyId: string): 'right' | 'wrong' | 'unknown-key' {
  const key = keys().find(({ id }) => id === keyId);
  if (!key) return 'unknown-key';
  const expected = Buffer.from(macOf(key, text));
  const given = Buffer.from(mac);
  return given.length === expected.length && timingSafeEqual(given, expected) ? 'right' : 'wrong';
}

function macOf({ secret }: Key, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}
