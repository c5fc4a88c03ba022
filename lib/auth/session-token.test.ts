import { describe, expect, it } from 'vitest';
import { hashToken, newSessionToken, sealIdToken, unsealIdToken } from './session-token';

const idToken = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c3JfMSJ9.sig';

describe('session tokens', () => {
  it('are long and never the same', () => {
    expect(newSessionToken()).toMatch(/^[\w-]{43}$/);
    expect(newSessionToken()).not.toBe(newSessionToken());
  });

  it('are kept as SHA-256', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a sealed ID token', () => {
  const token = newSessionToken();

  it('opens with the cookie that sealed it, and with no other', () => {
    const sealed = sealIdToken(idToken, token);
    expect(sealed).not.toContain(idToken.slice(0, 10));
    expect(unsealIdToken(sealed, token)).toBe(idToken);
    expect(unsealIdToken(sealed, newSessionToken())).toBeNull();
    expect(unsealIdToken(sealed, hashToken(token))).toBeNull();
  });

  it('is never sealed the same way twice', () => {
    expect(sealIdToken(idToken, token)).not.toBe(sealIdToken(idToken, token));
  });

  it('does not open once changed or cut', () => {
    const sealed = sealIdToken(idToken, token);
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(unsealIdToken(bytes.toString('base64url'), token)).toBeNull();
    expect(unsealIdToken(sealed.slice(0, 20), token)).toBeNull();
    expect(unsealIdToken('', token)).toBeNull();
  });
});
