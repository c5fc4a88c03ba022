import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { signInUrlInput, signOutUrlInput } from '@/lib/features/oauth-urls/schema';
import {
  resendPasswordlessInput,
  sendPasswordlessInput,
  verifyPasswordlessInput,
} from '@/lib/features/passwordless/schema';
import { updatePendingLoginInput } from '@/lib/features/pending-logins/schema';
import { exchangeCodeInput, refreshTokensInput } from '@/lib/features/token-exchange/schema';
import { findPasted } from '@/lib/features/token-inspector/schema';
import { checkWebhook } from '@/lib/features/webhook-signature/schema';

// 100 KB, each as somebody may have it on their clipboard: a log with control characters, one endless word, an address
// that does not end, a token that does not end, JSON.
const size = 100_000;
const junk: [string, string][] = [
  ['a log', '\u0000\u001b[31m2026-11-26 \ufffd request failed\n'.repeat(size / 40).padEnd(size, '.')],
  ['one word', 'x'.repeat(size)],
  ['an address', `https://app.example/callback?code=${'a'.repeat(size)}`],
  ['a token', `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(size)}.b`],
  ['JSON', JSON.stringify({ a: Array.from({ length: size / 10 }, (_, at) => at) }).padEnd(size)],
  ['emoji', '🫠'.repeat(size / 4)],
];

const plain = '';
const forms: [string, z.ZodType, Record<string, unknown>][] = [
  [
    'sign-in URL',
    signInUrlInput,
    {
      ...{ client_id: 'skc_1', redirect_uri: 'https://app.example/callback', scope: plain, state: plain },
      ...{ nonce: plain, provider: plain, connection_id: plain, organization_id: plain, domain: plain },
      ...{ login_hint: plain, prompt: plain, code_challenge: plain },
    },
  ],
  ['sign-out URL', signOutUrlInput, { id_token_hint: plain, post_logout_redirect_uri: plain, state: plain }],
  [
    'code exchange',
    exchangeCodeInput,
    {
      ...{ code: 'abc', redirectUri: 'https://app.example/callback', codeVerifier: plain },
      ...{ clientId: plain, clientSecret: plain, reason: plain },
    },
  ],
  [
    'refresh',
    refreshTokensInput,
    { refreshToken: 'abc', clientId: plain, clientSecret: plain, reason: plain },
  ],
  [
    'passwordless send',
    sendPasswordlessInput,
    {
      ...{ email: 'jo@example.com', template: 'SIGNIN', magiclinkAuthUri: plain, state: plain },
      ...{ expiresIn: plain, templateVariables: [] },
    },
  ],
  ['passwordless resend', resendPasswordlessInput, { authRequestId: 'one' }],
  [
    'passwordless verify',
    verifyPasswordlessInput,
    { authRequestId: 'one', code: '123456', linkToken: plain, reason: plain },
  ],
  [
    'pending login',
    updatePendingLoginInput,
    {
      ...{ connectionId: 'conn_1', loginRequestId: 'lri_1', outcome: 'signed_in', sub: 'jo' },
      ...{ email: 'jo@example.com', name: plain, givenName: plain, familyName: plain },
      ...{ preferredUsername: plain, phoneNumber: plain, picture: plain, gender: plain, locale: plain },
      ...{ groups: plain, roles: plain, organizationExternalId: plain, organizationExternalName: plain },
      ...{ customAttributes: plain, reason: plain },
    },
  ],
];
const isSentence = /^(?!Invalid|Too (big|small)|Expected)[A-Z].{8,400}[.:]$/s;

describe.each(forms)('100 KB in a field of %s', (_name, schema, valid) => {
  const fields = Object.entries(valid).filter(([, value]) => typeof value === 'string');

  it('finds the form valid without them', () => {
    expect(schema.safeParse(valid).error?.issues ?? []).toEqual([]);
  });

  it.each(fields.map(([field]) => field))('gets a sentence beside %s', (field) => {
    for (const [kind, text] of junk) {
      const issues = schema.safeParse({ ...valid, [field]: text }).error?.issues ?? [];
      const own = issues.filter(({ path }) => path[0] === field);
      expect(own[0]?.message, kind).toMatch(isSentence);
      for (const { message } of own) expect(message.length, kind).toBeLessThan(400);
    }
  });
});

it.each(['key', 'value'])('gets a sentence as %s of a variable', (part) => {
  const [, schema, valid] = forms.find(([name]) => name === 'passwordless send') ?? expect.fail();
  for (const [kind, text] of junk) {
    const templateVariables = [{ key: 'company', value: 'Heronsgate', [part]: text }];
    const [issue] = schema.safeParse({ ...valid, templateVariables }).error?.issues ?? [];
    expect(issue?.path, kind).toEqual(['templateVariables', 0, part]);
    expect(issue?.message, kind).toMatch(isSentence);
  }
});

describe('100 KB in the token inspector', () => {
  it.each(junk)('of %s gets a sentence and is sent nowhere', (_kind, text) => {
    const pasted = findPasted(text);
    expect(pasted.kind).toBe('nothing');
    if (pasted.kind === 'nothing') expect(pasted.sentence).toMatch(isSentence);
  });
});

describe('100 KB in the webhook tester', () => {
  const secret = `whsec_${Buffer.from('made up for this test alone').toString('base64')}`;
  const valid = { secret, id: 'msg_1', timestamp: '1700000000', signature: 'v1,abc', body: '{}' };

  it.each(Object.keys(valid))('gets a sentence in %s', (field) => {
    for (const [kind, text] of junk) {
      const { title, sentences } = checkWebhook({ ...valid, [field]: text }, 1_700_000_000_000);
      for (const sentence of [title, ...sentences]) expect(sentence, kind).toMatch(isSentence);
    }
  });
});
