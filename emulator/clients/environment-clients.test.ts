import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start({ redirectUris: ['https://desk.example/api/auth/callback/staff'] });
});
afterAll(() => test.stop());

const create = async (fields: object = {}) =>
  (await test.call('POST', '/clients', { name: 'Shop', client_type: 'WEB_APP', ...fields })).json.client;
const list = async (query = '') => (await test.call('GET', `/clients?${query}`)).json;

async function token(clientId: string, clientSecret: string): Promise<Json> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const response = await fetch(`${test.emulator.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

describe('the applications of an environment', () => {
  it('begin with the two that it was born with', async () => {
    const { clients } = await list();
    const { clientId, staff } = test.emulator;
    expect(clients.map(({ id, client_type }: Json) => [id, client_type]).sort()).toEqual(
      [
        [clientId, 'ENV'],
        [staff.clientId, 'WEB_APP'],
      ].sort(),
    );
    const { json } = await test.call('GET', `/clients/${staff.clientId}`);
    expect(json.client).toMatchObject({
      keyId: staff.clientId,
      name: 'Keydesk',
      post_login_uris: ['https://desk.example/api/auth/callback/staff'],
    });
    expect((await list('filter.client_type=ENV')).total_size).toBe(1);
  });

  it('of the kind that can keep a secret get one, shown once', async () => {
    const client = await create({
      post_login_uris: ['https://shop.example/callback'],
      access_token_expiry: '900',
    });
    expect(client).toMatchObject({
      id: expect.stringMatching(/^skc_\d{18}$/),
      ...{ access_token_expiry: '900', enforce_pkce: false, disallow_scalekit_api_access: false },
      secrets: [{ plain_secret: expect.stringMatching(/^test_/), status: 'ACTIVE' }],
    });
    const again = await list('include_plain_secret=true');
    expect(JSON.stringify(again)).not.toContain('plain_secret');
    expect((await create({ client_type: 'SPA' })).secrets).toEqual([]);
  });

  it('change by what is sent and what the mask names', async () => {
    const { id } = await create({
      post_login_uris: ['https://a.example/'],
      initiate_login_uri: 'https://a.example/go',
    });
    const renamed = await test.call('PATCH', `/clients/${id}`, { name: 'Store', enforce_pkce: true });
    expect(renamed.json.client).toMatchObject({
      ...{ name: 'Store', enforce_pkce: true, initiate_login_uri: 'https://a.example/go' },
      post_login_uris: ['https://a.example/'],
    });
    const emptied = await test.call('PATCH', `/clients/${id}`, { initiate_login_uri: '' });
    expect(emptied.json.client).toMatchObject({ name: 'Store', initiate_login_uri: '' });
    const cleared = await test.call('PATCH', `/clients/${id}?mask=postLoginUris`, {
      name: 'No',
    });
    expect(cleared.json.client).toMatchObject({ name: 'Store', post_login_uris: [] });
  });

  it('are deleted, except the default one', async () => {
    const { id } = await create();
    expect((await test.call('DELETE', `/clients/${id}`)).json).toEqual({});
    expect((await test.call('GET', `/clients/${id}`)).status).toBe(404);
    const refused = await test.call('DELETE', `/clients/${test.emulator.clientId}`);
    expect(refused).toMatchObject({ status: 400, json: { message: 'default clients cannot be deleted' } });
  });

  it.each(['ENV', 'TV'])('are not made of the type %s', async (clientType) => {
    const answer = await test.call('POST', '/clients', { name: 'x', client_type: clientType });
    expect(answer).toMatchObject({ status: 400, json: { code: 3 } });
  });
});

describe('the secrets of an application', () => {
  it('are added, switched off and on, and removed but for the last', async () => {
    const { id, secrets } = await create();
    const added = (await test.call('POST', `/clients/${id}/secrets`)).json;
    expect((await token(id, added.plain_secret)).status).toBe(200);
    const path = `/clients/${id}/secrets/${added.secret.id}`;
    expect((await test.call('PUT', path, { status: 'INACTIVE' })).json.secret.status).toBe('INACTIVE');
    expect(await token(id, added.plain_secret)).toMatchObject({ status: 401, error: 'invalid_client' });
    expect((await test.call('PATCH', path, { status: 'ACTIVE' })).json.secret.status).toBe('ACTIVE');
    expect((await token(id, added.plain_secret)).status).toBe(200);
    expect((await test.call('DELETE', path)).json).toEqual({});
    expect((await test.call('DELETE', `/clients/${id}/secrets/${secrets[0].id}`)).status).toBe(400);
  });

  it('rotate for the environment’s own client, too', async () => {
    const { clientId, clientSecret } = test.emulator;
    const { plain_secret: next } = (await test.call('POST', `/clients/${clientId}/secrets`)).json;
    for (const secret of [clientSecret, next]) expect((await token(clientId, secret)).status).toBe(200);
  });

  it('are none for an application on its users’ devices', async () => {
    const { id } = await create({ client_type: 'NTV' });
    expect((await test.call('POST', `/clients/${id}/secrets`)).status).toBe(400);
    expect((await token(id, 'anything')).status).toBe(401);
  });
});

describe('the API', () => {
  it('is open to the token of an application that may call it, as long as it may', async () => {
    const { id, secrets } = await create();
    const { access_token: bearer } = await token(id, secrets[0].plain_secret);
    const headers = { authorization: `Bearer ${bearer}` };
    const call = async () => (await test.send('GET', '/api/v1/organizations', undefined, headers)).status;
    expect(await call()).toBe(200);
    await test.call('PATCH', `/clients/${id}`, { disallow_scalekit_api_access: true });
    expect(await call()).toBe(401);
    expect(await token(id, secrets[0].plain_secret)).toMatchObject({
      status: 400,
      error: 'unauthorized_client',
    });
  });
});

it('keeps its credentials over a reset and a restored snapshot', async () => {
  const own = await TestEmulator.start();
  const { clientId, clientSecret, url } = own.emulator;
  const snapshot = (await own.send('GET', '/__emulator/snapshot')).json;
  const ask = () => {
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    return fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
  };
  await own.send('POST', '/__emulator/reset');
  expect((await ask()).status).toBe(200);
  const { clients: _, ...tables } = snapshot.tables;
  await own.send('POST', '/__emulator/snapshot', { ...snapshot, tables });
  expect((await ask()).status).toBe(200);
  await own.stop();
});
