/** A PKCE pair (RFC 7636): the verifier is for the exchange of the code, its SHA-256 goes into the address. */
export type PkcePair = { verifier: string; challenge: string };

/** Makes a pair in this browser. */
export async function makePkcePair(): Promise<PkcePair> {
  const verifier = randomText(32);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: toBase64Url(new Uint8Array(hash)) };
}

/** `bytes` random bytes as text that an address can hold. */
export function randomText(bytes: number): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
