import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

const oidc = { issuer: 'https://brindle.okta.example', client_id: 'abc', client_secret: 'hush' };

describe('lists of connections', () => {
  let listed: TestEmulator;
  let owner: Json;

  beforeAll(async () => {
    listed = await TestEmulator.start();
    owner = await listed.organization({ display_name: 'Brindle' });
    const base = `/organizations/${owner.id}/connections`;
    for (const [index, provider] of ['OKTA', 'GOOGLE', 'ONELOGIN'].entries()) {
      const { connection } = (await listed.call('POST', base, { provider, type: 'OIDC' })).json;
      if (index === 0) continue;
      await listed.call('PATCH', `${base}/${connection.id}`, { provider, type: 'OIDC', oidc_config: oidc });
      if (index === 2) await listed.call('PATCH', `${base}/${connection.id}:enable`);
    }
    await listed.call('POST', `/organizations/${owner.id}/domains`, { domain: 'brindle.example' });
    await listed.organization({ display_name: 'Other' });
    await listed.call('POST', '/connections?flags.is_app=true', { provider_key: 'SLACK', type: 'OAUTH' });
    await listed.call('POST', '/connections?flags.is_app=true', { provider_key: 'GITHUB', type: 'OAUTH' });
  });
  afterAll(() => listed.stop());

  const providers = async (query: string): Promise<string[]> =>
    (await listed.call('GET', query)).json.connections.map((one: Json) => one.provider_key);

  it.each([
    ['/connections', ['ONELOGIN']],
    ['/connections?include=all', ['ONELOGIN', 'GOOGLE', 'OKTA']],
    ['/connections?include=all&domain=brindle.example', ['ONELOGIN', 'GOOGLE', 'OKTA']],
    ['/connections?include=all&domain=other.example', []],
    ['/organizations/-/connections', ['ONELOGIN', 'GOOGLE', 'OKTA']],
    ['/organizations/-/connections:search?query=bRINd', ['ONELOGIN', 'GOOGLE', 'OKTA']],
    ['/organizations/-/connections:search?query=nothing', []],
    ['/organizations/-/connections:search?provider=GOOGLE', ['GOOGLE']],
    ['/organizations/-/connections:search?status=DRAFT', ['OKTA']],
    ['/organizations/-/connections:search?enabled=false', ['GOOGLE', 'OKTA']],
    ['/organizations/-/connections:search?connection_type=SAML', []],
    ['/connections/app', ['GITHUB', 'SLACK']],
    ['/connections/app?provider=SLACK', ['SLACK']],
    ['/connections/app?query=github', ['GITHUB']],
  ])('%s', async (query, expected) => {
    expect(await providers(query)).toEqual(expected);
  });

  it('name the organization and page through', async () => {
    const first = (await listed.call('GET', '/organizations/-/connections?page_size=2')).json;
    expect(first).toMatchObject({ total_size: 3, prev_page_token: '' });
    expect(first.connections[0].organization_name).toBe('Brindle');
    const token = encodeURIComponent(first.next_page_token);
    const second = (await listed.call('GET', `/organizations/-/connections?page_size=2&page_token=${token}`))
      .json;
    expect(second.connections).toMatchObject([{ provider: 'OKTA' }]);
    expect(second.next_page_token).toBe('');
  });
});
