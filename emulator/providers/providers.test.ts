import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());

const acme = {
  display_name: 'Acme Desk',
  auth_patterns: [{ type: 'API_KEY', display_name: 'Key', fields: [{ field_name: 'api_key' }] }],
  proxy_url: 'https://{{domain}}.acme.example',
  proxy_enabled: true,
  metadata: { team: 'support' },
};
const create = async (fields: object = {}): Promise<Json> =>
  (await test.call('POST', '/custom-providers', { ...acme, ...fields })).json.provider;

describe('custom providers', () => {
  it('are created with an identifier of their own', async () => {
    expect(await create()).toMatchObject({
      ...acme,
      identifier: expect.stringMatching(/^acmedesk-\d+$/),
      is_custom: true,
      is_custom_mcp: false,
    });
    expect(await create({ auth_patterns: [{ type: 'OAUTH', is_mcp: true }] })).toMatchObject({
      is_custom_mcp: true,
    });
  });

  it('are replaced with their patterns', async () => {
    const { identifier } = await create();
    const change = { display_name: 'Acme 2', proxy_url: acme.proxy_url, auth_patterns: [{ type: 'BEARER' }] };
    const { json } = await test.call('PUT', `/custom-providers/${identifier}`, change);
    expect(json.provider).toMatchObject({ display_name: 'Acme 2', auth_patterns: [{ type: 'BEARER' }] });
  });

  it('are deleted once', async () => {
    const { identifier } = await create();
    expect((await test.call('DELETE', `/custom-providers/${identifier}`)).status).toBe(200);
    const again = await test.call('DELETE', `/custom-providers/${identifier}`);
    expect(again).toMatchObject({ status: 404, json: { code: 5, details: [{ error_code: 'NOT_FOUND' }] } });
  });

  it.each<[string, object, string]>([
    ['no name', { display_name: '' }, 'provider.display_name'],
    ['a name of spaces', { display_name: '  ' }, 'provider.display_name'],
    ['a name with signs', { display_name: 'Acme!' }, 'provider.display_name'],
    ['a proxy over http', { proxy_url: 'http://acme.example' }, 'provider.proxy_url'],
    ['no patterns', { auth_patterns: [] }, 'provider.auth_patterns'],
    ['an icon over http', { icon_src: 'http://acme.example' }, 'provider.icon_src'],
    ['a short metadata key', { metadata: { ab: 'x' } }, 'provider.metadata.ab'],
  ])('refuse %s', async (_, fields, field) => {
    const { status, json } = await test.call('POST', '/custom-providers', { ...acme, ...fields });
    expect([status, json.code, json.details[0].error_code]).toEqual([400, 3, 'INVALID_ARGUMENT']);
    const violations = json.details[0].validation_error_info.field_violations;
    expect(violations.map((one: Json) => one.field)).toContain(field);
  });

  it('refuse a replacement of what is not there', async () => {
    expect((await test.call('PUT', '/custom-providers/nope', acme)).status).toBe(404);
  });
});

describe('the list of providers', () => {
  it('is the built-in ones unless asked otherwise', async () => {
    const custom = await create();
    const list = async (query: string) => (await test.call('GET', `/providers?${query}`)).json;
    expect(await list('page_size=1')).toMatchObject({ total_size: 346, providers: [{ is_custom: false }] });
    expect((await list('filter.provider_type=ALL&page_size=1')).total_size).toBeGreaterThan(346);
    const found = await list(`filter.provider_type=CUSTOM&identifier=${custom.identifier}`);
    expect(found.providers).toMatchObject([{ id: custom.id }]);
    expect((await list('identifier=gmail')).providers).toMatchObject([
      { identifier: 'GMAIL', display_name: 'Gmail', proxy_enabled: true },
    ]);
  });

  it('refuses a page that is too large and a token that is none', async () => {
    expect((await test.call('GET', '/providers?page_size=31')).status).toBe(400);
    expect((await test.call('GET', '/providers?page_token=nope')).status).toBe(400);
  });
});

describe('operations without a descriptor', () => {
  it('ask for a token first, and are journaled', async () => {
    const bare = await fetch(`${test.emulator.url}/api/v1/custom-providers`, { method: 'POST', body: '{' });
    expect([bare.status, await bare.json()]).toEqual([
      401,
      expect.objectContaining({ message: 'Token empty' }),
    ]);
    const [entry] = test.emulator.journal.list('customProviders.create').slice(-1);
    expect(entry).toMatchObject({ transport: 'rest', status: 401, clientId: null });
  });

  it('can be spoilt by faults', async () => {
    test.emulator.faults.add({ operation: 'providers.list', times: 1, status: 503 });
    expect(await test.call('GET', '/providers')).toMatchObject({ status: 503, json: { code: 14 } });
    expect((await test.call('GET', '/providers')).status).toBe(200);
  });
});
