import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { exchangeCode, refreshTokens } from './actions';
import { readCallback } from './schema';
import { codeVerifier, redirectUri, signInForCode } from './test-sign-in';

withTestDatabase();
const emulator = withEmulator();

const admin = testPrincipal({ role: 'admin' });
const client = { clientId: '', clientSecret: '' };
const filled = { redirectUri, codeVerifier, ...client, reason: 'ticket 4711' };

const codeInput = async () => ({ ...filled, code: await signInForCode(emulator.current) });
const refreshInput = async () => {
  const { refreshToken } = await write(exchangeCode, await codeInput(), admin);
  return { ...client, refreshToken: refreshToken ?? '', reason: 'ticket 4711' };
};
const staffLog = async () =>
  JSON.stringify(await db().staffLog.findMany(), (_key, one) => (typeof one === 'bigint' ? `${one}` : one));

describe('exchangeCode', () => {
  it('takes the address of the callback, answers the tokens once, and keeps neither', async () => {
    const somebody = testPrincipal({ role: 'admin' });
    const input = await codeInput();
    const tokens = await write(exchangeCode, input, somebody);
    expect(tokens).toEqual({
      accessToken: expect.stringMatching(/^eyJ/),
      idToken: expect.stringMatching(/^eyJ/),
      refreshToken: expect.stringMatching(/./),
      expiresInSeconds: 299,
      scope: 'openid email offline_access',
    });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', action: 'token.exchange_code', details: {} },
      { kind: 'outcome', outcome: 'ok', details: {} },
    ]);
    const log = await staffLog();
    expect(log).toContain('ticket 4711');
    const code = new URL(input.code).searchParams.get('code') ?? 'none';
    for (const value of [tokens.accessToken, tokens.refreshToken ?? '', code, codeVerifier])
      expect(log).not.toContain(value);
  });

  it('is for admins in production, and asks them why', async () => {
    const input = await codeInput();
    const lead = testPrincipal({ role: 'lead' });
    expect((await failureOf(write(exchangeCode, input, lead))).message).toMatch(/in production/);
    const error = await failureOf(write(exchangeCode, { ...input, reason: '' }, admin));
    expect(error.fieldErrors?.reason).toMatch(/why/);
    await write(exchangeCode, { ...input, reason: '' }, testPrincipal({ inProduction: false }));
  });

  it('says in whose words a code is refused, beside it, without repeating it', async () => {
    const input = await codeInput();
    const wrong = { ...input, codeVerifier: 'another-verifier-of-at-least-forty-three-chars-0' };
    const verifier = await failureOf(write(exchangeCode, wrong, admin));
    expect(verifier).toMatchObject({ code: 'invalid', unknown: false });
    expect(verifier.fieldErrors?.code).toMatch(/works once.*It says: The code_verifier does not match\./);
    const again = await failureOf(write(exchangeCode, input, admin));
    expect(again.fieldErrors?.code).toMatch(/used already/);
    expect(again.requestId).toBeTruthy();
  });

  it('tells another client’s refusal from its own', async () => {
    const other = { clientId: 'm2m_1', clientSecret: 'made-up' };
    const error = await failureOf(write(exchangeCode, { ...(await codeInput()), ...other }, admin));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['clientSecret']);
    const wrong = { ...(await codeInput()), clientSecret: 'not-the-secret' };
    expect((await failureOf(write(exchangeCode, wrong, admin))).fieldErrors?.clientSecret).toBeTruthy();
  });

  it.each<[string, object, string]>([
    ['no code', { code: '' }, 'code'],
    ['words for a code', { code: 'two words' }, 'code'],
    ['an address without a code', { code: 'https://app.example/callback?state=1' }, 'code'],
    ['a redirect URI that is none', { redirectUri: 'app' }, 'redirectUri'],
    ['a verifier that is too short', { codeVerifier: 'short' }, 'codeVerifier'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const error = await failureOf(write(exchangeCode, { ...filled, code: 'abc', ...change }, admin));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({
    action: exchangeCode,
    emulator,
    operation: 'oauth/token',
    input: async () => ({ ...filled, code: 'made-up' }),
    principal: { role: 'admin' },
  });
});

describe('refreshTokens', () => {
  it('rotates, and says when a token was used before', async () => {
    const somebody = testPrincipal({ role: 'admin' });
    const input = await refreshInput();
    const fresh = await write(refreshTokens, input, somebody);
    expect(fresh.refreshToken).not.toBe(input.refreshToken);
    expect(await logOf(somebody)).toMatchObject([{ action: 'token.refresh' }, { outcome: 'ok' }]);
    const again = await failureOf(write(refreshTokens, input, admin));
    expect(again.fieldErrors?.refreshToken).toMatch(/works once/);
    expect(again.message).not.toContain(input.refreshToken);
    // A replay ends everything that came from the sign-in.
    const next = { ...input, refreshToken: fresh.refreshToken ?? '' };
    expect((await failureOf(write(refreshTokens, next, admin))).code).toBe('invalid');
    const log = await staffLog();
    expect(log).not.toContain(input.refreshToken);
    expect(log).not.toContain(fresh.accessToken);
  });

  it('is for admins in production, and asks them why', async () => {
    const input = { ...client, refreshToken: 'made-up', reason: '' };
    const lead = testPrincipal({ role: 'lead' });
    expect((await failureOf(write(refreshTokens, input, lead))).code).toBe('forbidden');
    expect((await failureOf(write(refreshTokens, input, admin))).fieldErrors?.reason).toMatch(/why/);
  });

  itFailsInWords({
    action: refreshTokens,
    emulator,
    operation: 'oauth/token',
    input: async () => ({ ...client, refreshToken: 'made-up', reason: 'ticket 4711' }),
    principal: { role: 'admin' },
  });
});

describe('readCallback', () => {
  it('finds code and state, and says how a sign-in ended that gave none', () => {
    expect(readCallback('abc')).toEqual({ code: 'abc', state: null });
    expect(readCallback('https://app.example/cb?code=abc&state=st')).toEqual({ code: 'abc', state: 'st' });
    const ended = 'myapp://cb?error=access_denied&error_description=User+denied+access';
    expect(readCallback(ended)).toMatch(/ended with access_denied: User denied access/);
  });
});
