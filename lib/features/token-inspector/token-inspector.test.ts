import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { fetchMachineToken } from '@/lib/scalekit/machine-token';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { inspectToken } from './queries';
import { readToken } from './read-token';
import { findPasted } from './schema';

withTestDatabase();
const emulator = withEmulator();

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (payload: object, header: object = { alg: 'RS256' }) =>
  `${part(header)}.${part(payload)}.c2ln`;
const inspect = (token: string, principal = testPrincipal()) =>
  runQuery(inspectToken.definition, 'production', principal, { token });

async function machineToken() {
  const organizationId = await newOrganization();
  const { plainSecret, client } = await scalekitClient('production').clients.createOrganizationClient({
    organizationId,
    client: { name: 'Nightly', scopes: ['orders:read'], audience: ['https://api.heronsgate.example'] },
  });
  const clientId = client?.clientId ?? '';
  const token = await fetchMachineToken('production', { clientId, clientSecret: plainSecret });
  return { organizationId, clientId, token: token.accessToken };
}

describe('findPasted', () => {
  const token = unsigned({ sub: 'usr_1' });
  it.each([
    ['alone', token],
    ['with line breaks around it', `\n  ${token}\n`],
    ['in a header', `Authorization: Bearer ${token}`],
    ['in quotes', `"${token}",`],
    ['in an address', `https://app.example/login?idp_initiated_login=${token}&x=1`],
  ])('finds a token %s', (_how, text) => {
    expect(findPasted(text)).toEqual({ kind: 'jwt', value: token });
  });

  it('takes an opaque text for a key', () => {
    expect(findPasted('Bearer sk_made_up_0123456789abcdef')).toEqual({
      kind: 'key',
      value: 'sk_made_up_0123456789abcdef',
    });
  });

  it.each([
    ['', /Paste a token/],
    ['two words', /Neither a token/],
    ['x'.repeat(100_001), /longer than 100,000/],
    ['y'.repeat(99_000), /Neither a token/],
    [`eyJ${'a'.repeat(20_000)}.b.c`, /16,384/],
    ['eyJhbGciOiJSU0EifQ.a.b.c.d', /encrypted/],
    ['whsec_c2VjcmV0c2VjcmV0', /webhook endpoint/],
  ])('answers %.20j with a sentence and sends nothing', (text, sentence) => {
    expect(findPasted(text)).toEqual({ kind: 'nothing', sentence: expect.stringMatching(sentence) });
  });
});

describe('readToken', () => {
  it.each([
    ['access', { sub: 'usr_1', sid: 'ses_1' }],
    ['id', { sub: 'usr_1', sid: 'ses_1', at_hash: 'x' }],
    ['id', { sub: 'conn_1;ada', email: 'ada@heronsgate.example' }],
    [
      'idp_initiated',
      { connection_id: 'conn_1', organization_id: 'org_1', login_hint: 'ada@heronsgate.example' },
    ],
    ['machine', { sub: 'm2morg_1', client_id: 'm2morg_1' }],
    ['other', { hello: 'there' }],
  ])('knows a token of the kind %s', (kind, payload) => {
    expect(readToken(unsigned(payload), Date.now()).kind).toBe(kind);
  });

  it('judges its time', () => {
    const at = (payload: object) => readToken(unsigned(payload), 1_000_000).state;
    expect(at({ exp: 1001 })).toBe('valid');
    expect(at({ exp: 1000 })).toBe('expired');
    expect(at({ nbf: 1001, exp: 2000 })).toBe('not_yet');
    expect(at({})).toBe('endless');
  });

  it('bears claims of any name and time', () => {
    const { claims, expiresAt } = readToken(unsigned({ constructor: 1, roles: ['a'], exp: 1e300 }), 0);
    expect(claims).toContainEqual({ name: 'constructor', value: '1', meaning: null });
    expect(claims).toContainEqual({ name: 'roles', value: '["a"]', meaning: expect.any(String) });
    expect(expiresAt).toBeNull();
  });

  it('says that a token was cut off', () => {
    expect(() => readToken('eyJhbGci.eyJz.x', 0)).toThrow(/cut off/);
  });
});

describe('inspectToken', () => {
  it('checks the signature of the environment, and names the owner', async () => {
    const { organizationId, clientId, token } = await machineToken();
    expect(await inspect(token)).toMatchObject({
      kind: 'machine',
      signature: 'good',
      state: 'valid',
      scopes: ['orders:read'],
      organizationId,
      clientId,
    });
  });

  it('shows no way to a customer that is not theirs', async () => {
    const { token } = await machineToken();
    const limited = testPrincipal({ customers: new Set(['org_1']) });
    expect(await inspect(token, limited)).toMatchObject({ organizationId: null, clientId: null });
  });

  it('believes nothing of a token that was changed', async () => {
    const { token } = await machineToken();
    const [header, , signature] = token.split('.');
    const forged = `${header}.${part({ sub: 'usr_1', sid: 'ses_1', oid: 'org_1' })}.${signature}`;
    expect(await inspect(forged)).toMatchObject({ signature: 'bad', organizationId: null, userId: null });
  });

  it('tells a strange key, a missing signature and another environment apart', async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const { n } = await exportJWK(privateKey);
    const sign = (payload: Record<string, unknown>) =>
      new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', kid: `strange-${n?.slice(0, 4)}` })
        .sign(privateKey);
    expect(await inspect(await sign({ sub: 'usr_1' }))).toMatchObject({ signature: 'unknown_key' });
    expect(await inspect(unsigned({ sub: 'usr_1' }, { alg: 'none' }))).toMatchObject({
      signature: 'unsigned',
    });
  });

  it('is for support', async () => {
    const viewer = testPrincipal({ role: 'viewer' });
    emulator.current.journal.clear();
    expect((await failureOf(inspect(unsigned({ sub: 'usr_1' }), viewer))).code).toBe('forbidden');
  });
});
