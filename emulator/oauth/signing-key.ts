import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';

/** The issuer's RSA key: signs and verifies tokens, and can be saved so that restarts keep them valid. */
export type SigningKey = {
  sign(payload: JWTPayload): Promise<string>;
  /** The payload, or null for a token of another key, another issuer, or one that has expired. */
  verify(token: string, options?: { ignoreExpiry?: boolean }): Promise<JWTPayload | null>;
  jwks(): Promise<{ keys: unknown[] }>;
  snapshot(): JsonWebKey;
  restore(jwk: JsonWebKey): void;
};

const mostRemembered = 1000;

function isCurrent({ exp = 0, nbf = 0 }: JWTPayload, now: number): boolean {
  const seconds = Math.floor(now / 1000);
  return nbf <= seconds && seconds < exp;
}

/** @param issuer the `iss` of every token; @param now milliseconds since the epoch; @param given the key, if there is one */
export function createSigningKey(issuer: () => string, now: () => number, given?: JsonWebKey): SigningKey {
  let key = given && createPrivateKey({ key: given, format: 'jwk' });
  // Made on first use: a restored emulator never needs a new one.
  const privateKey = () => {
    key ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    return key;
  };
  // One object for all: jose prepares a key once per object, and every API call verifies a token.
  let shared: KeyObject | undefined;
  const publicKey = () => {
    shared ??= createPublicKey(privateKey());
    return shared;
  };
  const publicJwk = () => exportJWK(publicKey());
  // A client sends the same token with every call, and checking a signature costs more than most calls.
  const verified = new Map<string, JWTPayload>();
  const remember = (token: string, payload: JWTPayload) => {
    if (verified.size >= mostRemembered) verified.clear();
    verified.set(token, payload);
  };

  return {
    async sign(payload) {
      const kid = await calculateJwkThumbprint(await publicJwk());
      return new SignJWT({ iss: issuer(), ...payload })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .sign(privateKey());
    },
    async verify(token, { ignoreExpiry = false } = {}) {
      const known = verified.get(token);
      if (known && !ignoreExpiry) return isCurrent(known, now()) ? known : null;
      const options = { issuer: issuer(), algorithms: ['RS256'] };
      const currentDate = ignoreExpiry ? new Date(0) : new Date(now());
      try {
        const { payload } = await jwtVerify(token, publicKey(), { ...options, currentDate });
        if (!ignoreExpiry) remember(token, payload);
        return payload;
      } catch {
        return null;
      }
    },
    async jwks() {
      const jwk = await publicJwk();
      return { keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'RS256', use: 'sig' }] };
    },
    snapshot: () => privateKey().export({ format: 'jwk' }),
    restore(jwk) {
      key = createPrivateKey({ key: jwk, format: 'jwk' });
      shared = undefined;
      verified.clear();
    },
  };
}
