import { fromBase64Url, toBase64Url } from './base64url';
import type { SealKey } from './sealing';

const checkLength = 4;
// The key and its check are 36 bytes, so 48 characters without a spare bit. What a mail program adds behind is not ours.
const pattern = /^#([A-Za-z0-9_-]{48})(?![A-Za-z0-9_-])/;

export type FragmentRead = { ok: true; key: SealKey } | { ok: false; problem: 'missing' | 'damaged' };

/** What stands behind `#`: the key, and four bytes by which a damaged or foreign one is noticed before it is used. */
export async function writeFragment(key: SealKey, token: string): Promise<string> {
  return toBase64Url(new Uint8Array([...key, ...(await checkOf(key, token))]));
}

/** Reads `location.hash` for the link of this token. Nothing is opened by it. */
export async function readFragment(hash: string, token: string): Promise<FragmentRead> {
  if (hash.length <= 1) return { ok: false, problem: 'missing' };
  const text = pattern.exec(hash)?.[1];
  if (!text) return { ok: false, problem: 'damaged' };
  const bytes = fromBase64Url(text);
  const key = bytes.slice(0, -checkLength);
  const expected = await checkOf(key, token);
  const isWhole = bytes.slice(-checkLength).every((byte, index) => byte === expected[index]);
  return isWhole ? { ok: true, key } : { ok: false, problem: 'damaged' };
}

async function checkOf(key: SealKey, token: string): Promise<Uint8Array> {
  const both = new Uint8Array([...key, ...new TextEncoder().encode(token)]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', both)).slice(0, checkLength);
}
