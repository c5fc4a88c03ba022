import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { readOidc, readSaml } from './actions';
import { draft, setupOf } from './test-connections';

// Before the settings are first read: the identity provider of these tests is on this machine.
process.env.EGRESS_LOOPBACK = 'on';

withTestDatabase();
const emulator = withEmulator();

const xml = `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:heronsgate">
  <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://a.example/sso"/>
  </IDPSSODescriptor></EntityDescriptor>`;

let provider: Server;
let origin: string;

beforeAll(async () => {
  provider = createServer((request, response) => {
    const pages: Record<string, string> = {
      '/metadata?key=made-up': xml,
      '/login': '<html>Sign in</html>',
      '/.well-known/openid-configuration': JSON.stringify({
        issuer: origin,
        token_endpoint: `${origin}/token`,
      }),
    };
    response.statusCode = pages[request.url ?? ''] ? 200 : 404;
    response.end(pages[request.url ?? '']);
  });
  await new Promise<void>((ready) => provider.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
});
afterAll(() => provider.close());

describe('readSaml', () => {
  it('reads what was pasted, and saves nothing', async () => {
    const one = await draft('SAML');
    emulator.current.journal.clear();
    const found = await write(readSaml, { ...one, from: 'xml', url: '', xml });
    expect(found).toMatchObject({
      source: null,
      fields: { idpEntityId: 'urn:heronsgate', idpSsoUrl: 'https://a.example/sso' },
    });
    expect(emulator.current.journal.list()).toEqual([]);
    expect(await setupOf(one)).toMatchObject({ fields: { idpEntityId: '' } });
  });

  it('fetches an address, and keeps all but the host out of the log', async () => {
    const somebody = testPrincipal();
    const url = `${origin}/metadata?key=made-up`;
    const found = await write(readSaml, { ...(await draft('SAML')), from: 'url', url, xml: '' }, somebody);
    expect(found).toMatchObject({
      source: url,
      fields: { idpMetadataUrl: url, idpEntityId: 'urn:heronsgate' },
    });
    const log = await logOf(somebody);
    expect(log[0]).toMatchObject({ action: 'connection.read_metadata', details: { from: 'url' } });
    expect(JSON.stringify(log)).not.toContain('made-up');
  });

  it.each([
    ['url', () => '', /^Give the address/],
    ['url', () => 'https://10.0.0.1/metadata', /not on the public internet/],
    ['url', () => `${origin}/gone`, /^It answers with HTTP 404/],
    ['url', () => `${origin}/login`, /not SAML metadata|not well-formed/],
  ])('says beside the field what is wrong with the address', async (field, url, sentence) => {
    const input = { ...(await draft('SAML')), from: 'url' as const, url: url(), xml: '' };
    expect((await failureOf(write(readSaml, input))).fieldErrors?.[field]).toMatch(sentence);
  });

  it('refuses whoever may not configure, before anything is fetched', async () => {
    const input = { ...(await draft('SAML')), from: 'url' as const, url: `${origin}/metadata`, xml: '' };
    const viewer = testPrincipal({ role: 'viewer' });
    expect((await failureOf(write(readSaml, input, viewer))).code).toBe('forbidden');
    const limited = testPrincipal({ customers: new Set() });
    expect(['forbidden', 'not_found']).toContain((await failureOf(write(readSaml, input, limited))).code);
  });
});

describe('readOidc', () => {
  it('finds the discovery document of an issuer', async () => {
    const found = await write(readOidc, { ...(await draft('OIDC')), url: origin });
    expect(found).toMatchObject({
      source: `${origin}/.well-known/openid-configuration`,
      fields: { issuer: origin, tokenUri: `${origin}/token` },
    });
  });

  it('says beside the field that there is none', async () => {
    const input = { ...(await draft('OIDC')), url: `${origin}/tenant` };
    expect((await failureOf(write(readOidc, input))).fieldErrors).toEqual({
      url: 'It answers with HTTP 404.',
    });
  });
});
