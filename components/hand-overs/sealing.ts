import { fromBase64Url, toBase64Url } from './base64url';

const cipher = 'AES-GCM';
const keyLength = 32;
const vectorLength = 12;

export type SealKey = Uint8Array<ArrayBuffer>;

/**
 * Encrypts a secret in the browser with AES-256-GCM and a key made for it alone.
 * @returns `sealed`, for the server: initialization vector and ciphertext in base64url; `key`, for the link's fragment
 * only: it must not be sent anywhere
 */
export async function seal(secret: string): Promise<{ sealed: string; key: SealKey }> {
  const key = crypto.getRandomValues(new Uint8Array(keyLength));
  const iv = crypto.getRandomValues(new Uint8Array(vectorLength));
  const text = new TextEncoder().encode(secret);
  const ciphertext = await crypto.subtle.encrypt({ name: cipher, iv }, await load(key, 'encrypt'), text);
  return { sealed: toBase64Url(new Uint8Array([...iv, ...new Uint8Array(ciphertext)])), key };
}

/** The secret again. Throws when the key is another one or a byte has changed. */
export async function unseal(sealed: string, key: SealKey): Promise<string> {
  const bytes = fromBase64Url(sealed);
  const iv = bytes.slice(0, vectorLength);
  const ciphertext = bytes.slice(vectorLength);
  const text = await crypto.subtle.decrypt({ name: cipher, iv }, await load(key, 'decrypt'), ciphertext);
  return new TextDecoder('utf-8', { fatal: true }).decode(text);
}

function load(key: SealKey, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, cipher, false, [usage]);
}
