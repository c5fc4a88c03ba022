import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestEmulator } from '../test-client';

let test: TestEmulator;

beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());

describe('connections of the environment', () => {
  const hubspot = { provider_key: 'HUBSPOT', type: 'OAUTH' };

  it('are enabled at once as connectors, with what is known of the provider', async () => {
    const { json } = await test.call('POST', '/connections?flags.is_app=true', hubspot);
    expect(json.connection).toMatchObject({
      provider_key: 'HUBSPOT',
      type: 'OAUTH',
      enabled: true,
      key_id: expect.stringMatching(/^hubspot-[a-z0-9]{8}$/),
      oauth_config: { authorize_uri: expect.stringContaining('hubspot.com') },
    });
    expect(json.connection.organization_id).toBeUndefined();
    const credentials = { client_id: 'id', client_secret: 'hush' };
    const { id, key_id, oauth_config } = json.connection;
    const update = { ...hubspot, key_id, oauth_config: credentials };
    const changed = await test.call('PATCH', `/connections/${id}`, update);
    expect(changed.json.connection.oauth_config).toEqual({ ...oauth_config, ...credentials });
  });

  it('need a configuration as login methods', async () => {
    const { json } = await test.call('POST', '/connections?flags.is_login=true', {
      provider: 'GOOGLE',
      type: 'OAUTH',
    });
    const { id } = json.connection;
    expect(json.connection).toMatchObject({ status: 'DRAFT', enabled: false });
    expect((await test.call('PATCH', `/connections/${id}:enable`)).json.enabled).toBe(false);
    const own = { provider: 'GOOGLE', type: 'OAUTH', oauth_config: { use_platform_creds: true } };
    await test.call('PATCH', `/connections/${id}`, own);
    expect((await test.call('PATCH', `/connections/${id}:enable`)).json).toEqual({ enabled: true });
    expect((await test.call('PATCH', `/connections/${id}:disable`)).json).toEqual({ enabled: false });
    expect((await test.call('DELETE', `/connections/${id}`)).status).toBe(200);
    expect((await test.call('GET', `/connections/${id}`)).status).toBe(404);
  });

  it('keep a key that was asked for, and mask a service account', async () => {
    const asked = { provider_key: 'GOOGLE_DWD', type: 'GOOGLE_DWD', key_id: 'workspace-mail' };
    const { json } = await test.call('POST', '/connections?flags.is_app=true', asked);
    const { id } = json.connection;
    expect(json.connection.google_dwd_config.token_uri).toBe('https://oauth2.googleapis.com/token');
    const sent = { ...asked, google_dwd_config: { service_account_json: '{"private_key":"hush"}' } };
    const { connection } = (await test.call('PATCH', `/connections/${id}`, sent)).json;
    expect(connection).toMatchObject({ key_id: 'workspace-mail' });
    expect(JSON.stringify(connection)).not.toContain('hush');
    expect(JSON.stringify(test.emulator.store.connections.get(id))).not.toContain('hush');
    const taken = await test.call('POST', '/connections?flags.is_app=true', asked);
    expect(taken.status).toBe(400);
    expect(taken.json).toMatchObject({ code: 3, details: [{ error_code: 'DUPLICATE_IDENTIFIER' }] });
  });
});
