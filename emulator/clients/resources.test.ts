import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start();
  await test.call('POST', '/permissions', { name: 'todo:read', description: 'See tasks' });
});
afterAll(() => test.stop());

const server = {
  ...{ name: 'Tasks', resource_type: 'MCP_SERVER', resource_uri: 'https://mcp.example.com/tasks' },
  scopes: ['todo:read', 'todo:write'],
};
const create = async (fields: object = {}) =>
  (await test.call('POST', '/resources', { ...server, ...fields })).json.resource;
const createClient = async (id: string, fields: object = {}) =>
  (await test.call('POST', `/resources/${id}/clients`, { name: 'Agent', ...fields })).json;

function consent(resourceId: string, clientId: string, externalUserId: string): string {
  const { environment, store } = test.emulator;
  const row = { resourceId, clientId, externalUserId, scopes: ['todo:read'] };
  const createdAt = environment.clock.now();
  return store.consents.put({ id: environment.newId('usrcnst'), createdAt, ...row }).id;
}

describe('a resource', () => {
  it('is an MCP server with what it publishes, or an application', async () => {
    const resource = await create();
    expect(resource).toMatchObject({
      ...{ ...server, id: expect.stringMatching(/^res_\d{18}$/) },
      scopes: [
        { id: expect.stringMatching(/^scp_/), name: 'todo:read', description: 'See tasks', enabled: true },
        { name: 'todo:write', description: '' },
      ],
      ...{ access_token_expiry: '300', refresh_token_expiry: '2592000' },
      protected_metadata: {
        resource: server.resource_uri,
        authorization_servers: [`${test.emulator.url}/resources/${resource.id}`],
        scopes_supported: ['todo:read', 'todo:write'],
      },
      protected_metadata_uri: 'https://mcp.example.com/.well-known/oauth-protected-resource/tasks',
    });
    expect((await create({ resource_type: 'WEB' })).id).toMatch(/^app_/);
  });

  it('changes by what is sent and what the mask names', async () => {
    const { id, scopes } = await create({ description: 'Before' });
    const path = `/resources/${id}`;
    const changed = (
      await test.call('PATCH', `${path}?update_mask=name`, { name: 'New', description: 'After' })
    ).json;
    expect(changed.resource).toMatchObject({ name: 'New', description: 'Before' });
    const flags = { disable_dynamic_client_registration: true, scopes: ['todo:read'] };
    expect((await test.call('PATCH', path, flags)).json.resource).toMatchObject({
      ...flags,
      scopes: [{ id: scopes[0].id }],
    });
    expect((await test.call('PATCH', path, { description: '' })).json.resource.description).toBe('');
  });

  it('is listed by type, by cursor', async () => {
    for (let index = 0; index < 11; index += 1)
      await create({ resource_type: 'DESKTOP', name: `D ${index}` });
    const list = async (query: string) => (await test.call('GET', `/resources?${query}`)).json;
    const first = await list('resource_type=DESKTOP');
    expect(first).toMatchObject({ total_size: 11, prev_page_token: '' });
    expect(first.resources[0].name).toBe('D 10');
    const token = encodeURIComponent(first.next_page_token);
    expect((await list(`resource_type=DESKTOP&page_token=${token}`)).resources).toMatchObject([
      { name: 'D 0' },
    ]);
    expect((await test.call('GET', '/resources')).status).toBe(400);
  });

  it('has one connection to its owner’s own sign-in, until that is taken away', async () => {
    const { id } = await create({ provider: 'acme' });
    const ensure = async () => (await test.call('POST', `/resources/${id}/connections`, {})).json.connection;
    const connection = await ensure();
    expect(connection).toMatchObject({ id: expect.stringMatching(/^conn_/), type: 'CUSTOM', enabled: false });
    expect(await ensure()).toEqual(connection);
    const settings = { custom_connection_settings: { authorize_uri: 'https://acme.example/login' } };
    const { resource } = (await test.call('PATCH', `/resources/${id}`, settings)).json;
    expect(resource.connection_details).toMatchObject({
      ...{ id: connection.id, enabled: true, status: 'COMPLETED' },
      settings: { authorize_uri: 'https://acme.example/login' },
    });
    const without = (await test.call('PUT', `/resources/${id}/provider:delete`)).json.resource;
    expect(without.provider).toBe('');
    expect(without).not.toHaveProperty('connection_details');
  });

  it('takes its clients and consents along', async () => {
    const { id } = await create();
    const { client } = await createClient(id);
    const consentId = consent(id, client.client_id, 'user-1');
    expect((await test.call('DELETE', `/resources/${id}`)).json).toEqual({});
    expect((await test.call('GET', `/resources/${id}`)).status).toBe(404);
    expect(test.emulator.store.machineClients.get(client.client_id)).toBeUndefined();
    expect(test.emulator.store.consents.get(consentId)).toBeUndefined();
  });
});

describe('a resource’s client', () => {
  it('is made, changed with a mask and removed', async () => {
    const { id } = await create();
    const { client, plain_secret: secret } = await createClient(id, {
      redirect_uris: ['https://a.example/cb'],
    });
    expect(client).toMatchObject({
      client_id: expect.stringMatching(/^m2m_\d{18}$/),
      ...{ resource_id: id, organization_id: '', redirect_uris: ['https://a.example/cb'] },
    });
    expect(secret).toMatch(/^test_/);
    const path = `/resources/${id}/clients/${client.client_id}`;
    const changed = await test.call('PATCH', `${path}?update_mask=redirect_uris,name`, { name: 'Bot' });
    expect(changed.json.client).toMatchObject({ name: 'Bot', redirect_uris: [] });
    expect((await test.call('DELETE', path)).json).toEqual({});
    expect((await test.call('GET', path)).status).toBe(404);
  });

  it('is counted by how it came', async () => {
    const { id } = await create();
    const { client } = await createClient(id);
    await createClient(id);
    const { store } = test.emulator;
    const row = store.machineClients.get(client.client_id);
    if (row) store.machineClients.put({ ...row, isDynamic: true });
    expect((await test.call('GET', `/resources/${id}/clients`)).json).toMatchObject({
      ...{ total_dcr_clients: 1, total_static_clients: 1 },
      clients: [{ is_dcr: true }, { is_dcr: false }],
    });
  });

  it('gets tokens for its resource', async () => {
    const { id } = await create();
    const { client, plain_secret: secret } = await createClient(id, { scopes: ['todo:read'] });
    const form = { grant_type: 'client_credentials', client_id: client.client_id, client_secret: secret };
    const url = `${test.emulator.url}/oauth/token`;
    const reply = (await (
      await fetch(url, { method: 'POST', body: new URLSearchParams(form) })
    ).json()) as Json;
    const claims = decodeJwt(reply.access_token);
    expect(claims).toMatchObject({ aud: [server.resource_uri], scopes: ['todo:read'] });
    expect(claims).not.toHaveProperty('oid');
  });
});

describe('consents', () => {
  it('are listed, searched and revoked', async () => {
    const { id } = await create();
    const { client } = await createClient(id, { name: 'Planner' });
    const first = consent(id, client.client_id, 'user-jo');
    consent(id, client.client_id, 'user-mo');
    const list = async (query = '') =>
      (await test.call('GET', `/user_consents?resource_id=${id}${query}`)).json;
    expect((await list()).consents).toMatchObject([
      {
        external_user_id: 'user-mo',
        client_name: 'Planner',
        scopes: ['todo:read'],
        granted_at: expect.any(String),
      },
      { id: first },
    ]);
    expect((await list('&search=JO')).total_size).toBe(1);
    expect((await list('&search=plan')).total_size).toBe(2);
    const read = (await test.call('GET', `/resources/${id}/clients/${client.client_id}`)).json;
    expect(read.consented_users).toHaveLength(2);
    const path = `/clients/${client.client_id}/consents`;
    expect((await test.call('DELETE', `${path}/${first}`)).json).toEqual({});
    expect((await test.call('DELETE', `${path}/${first}`)).status).toBe(404);
    expect((await list()).total_size).toBe(1);
  });
});
