import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { findSecret } from './looks-secret';

const random = randomBytes(32).toString('base64url');

it.each([
  ['a client secret', `the new one is test_a1${random}`],
  ['a webhook secret', 'whsec_9vx5xtFNxQMZFcjLLGporL6TGkcSRNHb'],
  ['an API key of the emulator', `emutok_${'a1'.repeat(24)}`],
  ['a SCIM secret of the emulator', `emudir_${random}`],
  ['a signed token', `eyJ${'hbGciOiJSUzI1NiJ9'}.eyJ${'zdWIiOiJ1c3JfMSJ9'}.c2lnbmF0dXJl`],
  ['a one-minute link', 'https://a.example/magicLink/0f8fad5b-d9cb-469f-a165-70867728950e'],
  ['a link of ours', `https://desk.example/p/${random}`],
  ['a private key', '-----BEGIN PRIVATE KEY-----'],
])('knows %s', (_name, text) => {
  expect(findSecret(text)).not.toBeNull();
});

it.each([
  'Asked for test_sign_in_with_the_new_provider on Monday.',
  'The test was test_123456789012345678.',
  'org_123456789012345678, client m2morg_1234567890 and key ending in 9f3a',
  'See https://tickets.example/p/4711 and the live_demo.',
  'whsec_ is what they start with',
])('lets “%s” pass', (text) => {
  expect(findSecret(text)).toBeNull();
});
