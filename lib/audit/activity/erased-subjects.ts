import 'server-only';
import { createHmac, hkdfSync } from 'node:crypto';
import { env } from '@/lib/env';

// People sign in again and again, and a digest takes longer than looking it up.
const kept = new Map<string, string[]>();
const keptAtMost = 20_000;
let keys: Buffer[] | undefined;

/**
 * What `erased_subject` knows a user's id or an address by, in lower case: one digest for each key of STAFF_LOG_KEY (else
 * one of NEXTAUTH_SECRET), the first being the one that new rows get.
 */
export function subjectMacs(text: string): string[] {
  const subject = text.toLowerCase();
  const known = kept.get(subject);
  if (known) return known;
  const macs = secrets().map((key) => createHmac('sha256', key).update(subject).digest('hex'));
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(subject, macs);
  return macs;
}

function secrets(): Buffer[] {
  const { STAFF_LOG_KEY, NEXTAUTH_SECRET } = env();
  keys ??= (STAFF_LOG_KEY.length > 0 ? STAFF_LOG_KEY : [NEXTAUTH_SECRET]).map((secret) =>
    Buffer.from(hkdfSync('sha256', secret, '', 'keydesk erased subject', 32)),
  );
  return keys;
}
