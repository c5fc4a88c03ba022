import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
let org: Json;
beforeAll(async () => {
  test = await TestEmulator.start();
  org = await test.organization();
});
afterAll(() => test.stop());

const clients = (organizationId = org.id) => `/organizations/${organizationId}/clients`;
const create = async (fields: object = {}, organizationId = org.id) =>
  (await test.call('POST', clients(organizationId), { name: 'Deploys', ...fields })).json;
const full = {
  description: 'From CI',
  scopes: ['deploy:write', 'deploy:read'],
  audience: ['https://api.example.com'],
  custom_claims: [{ key: 'team', value: 'platform' }],
  expiry: '600',
};

async function token(
  clientId: string,
  clientSecret: string,
  extra: Record<string, string> = {},
): Promise<Json> {
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    ...extra,
  };
  const response = await fetch(`${test.emulator.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

describe('an organization’s client', () => {
  it('is made with a first secret that is shown once', async () => {
    const { client, plain_secret: plainSecret } = await create(full);
    expect(client).toMatchObject({
      client_id: expect.stringMatching(/^m2morg_\d{18}$/),
      ...{ organization_id: org.id, name: 'Deploys', ...full },
      secrets: [
        { id: expect.stringMatching(/^sec_/), status: 'ACTIVE', secret_suffix: plainSecret.slice(-4) },
      ],
      ...{ resource_id: '', is_dcr: false, is_cimd: false },
    });
    expect(client.secrets[0]).not.toHaveProperty('plain_secret');
    expect(JSON.stringify(test.emulator.store.machineClients.all())).not.toContain(plainSecret);
    const read = await test.call('GET', `${clients()}/${client.client_id}`);
    expect(read.json.client).toEqual(client);
  });

  it('keeps what a change leaves out', async () => {
    const { client } = await create(full);
    const path = `${clients()}/${client.client_id}`;
    const { json } = await test.call('PATCH', path, {
      description: 'From the build farm',
      scopes: ['deploy:read'],
    });
    expect(json.client).toMatchObject({
      ...full,
      name: 'Deploys',
      description: 'From the build farm',
      scopes: ['deploy:read'],
    });
    expect(json.client.secrets).toEqual(client.secrets);
  });

  it('is another organization’s business to nobody', async () => {
    const other = await test.organization();
    const { client } = await create();
    for (const verb of ['GET', 'PATCH', 'DELETE']) {
      const body = verb === 'PATCH' ? {} : undefined;
      expect((await test.call(verb, `${clients(other.id)}/${client.client_id}`, body)).status).toBe(404);
    }
  });

  it('goes with its organization', async () => {
    const own = await test.organization();
    const { client, plain_secret: secret } = await create({}, own.id);
    await test.call('DELETE', `/organizations/${own.id}`);
    expect(await token(client.client_id, secret)).toMatchObject({ status: 401, error: 'invalid_client' });
  });
});

describe('its secrets', () => {
  it('rotate with an overlap, and the last one stays', async () => {
    const { client, plain_secret: first } = await create(full);
    const path = `${clients()}/${client.client_id}`;
    const added = (await test.call('POST', `${path}/secrets`)).json;
    expect(added.secret).toMatchObject({ status: 'ACTIVE', secret_suffix: added.plain_secret.slice(-4) });
    const ids = (await test.call('GET', path)).json.client.secrets.map((one: Json) => one.id);
    expect(ids).toEqual([client.secrets[0].id, added.secret.id]);

    for (const secret of [first, added.plain_secret]) {
      expect((await token(client.client_id, secret)).status).toBe(200);
    }
    expect((await test.call('DELETE', `${path}/secrets/${ids[0]}`)).json).toEqual({});
    expect(await token(client.client_id, first)).toMatchObject({ status: 401, error: 'invalid_client' });
    const last = await test.call('DELETE', `${path}/secrets/${ids[1]}`);
    expect(last).toMatchObject({ status: 400, json: { message: 'last client cannot be deleted' } });
    expect((await test.call('DELETE', `${path}/secrets/${ids[0]}`)).status).toBe(404);
  });

  it('tell when they were last used, and end by time', async () => {
    const { client, plain_secret: secret } = await create();
    const read = async () =>
      (await test.call('GET', `${clients()}/${client.client_id}`)).json.client.secrets[0];
    expect(await read()).not.toHaveProperty('last_used_time');
    await token(client.client_id, secret);
    expect(await read()).toHaveProperty('last_used_time');

    const { clock, store } = test.emulator;
    const row = store.machineClients.get(client.client_id);
    const expiresAt = clock.now() + 1000;
    if (row) store.machineClients.put({ ...row, secrets: row.secrets.map((one) => ({ ...one, expiresAt })) });
    expect((await token(client.client_id, secret)).status).toBe(200);
    clock.shift(1001);
    expect((await token(client.client_id, secret)).status).toBe(401);
    clock.reset();
  });
});

describe('its tokens', () => {
  it('say who it is and what it may do, signed with the published key', async () => {
    const { client, plain_secret: secret } = await create(full);
    const reply = await token(client.client_id, secret);
    expect(reply).toMatchObject({
      ...{ token_type: 'Bearer', expires_in: 600, scope: 'deploy:write deploy:read' },
    });
    const { url, clock } = test.emulator;
    const keys = createRemoteJWKSet(new URL(`${url}/keys`));
    const { payload } = await jwtVerify(reply.access_token, keys, {
      issuer: url,
      audience: 'https://api.example.com',
      currentDate: new Date(clock.now()),
    });
    expect(payload).toMatchObject({
      ...{ sub: client.client_id, client_id: client.client_id, oid: org.id },
      aud: ['https://api.example.com'],
      scopes: ['deploy:write', 'deploy:read'],
      custom_claims: { team: 'platform' },
      jti: expect.stringMatching(/^tkn_/),
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(600);
  });

  it('live an hour unless the client says otherwise', async () => {
    const { client, plain_secret: secret } = await create();
    expect(client.expiry).toBe('3600');
    expect((await token(client.client_id, secret)).expires_in).toBe(3600);
  });

  it('hold the scopes asked for, of those that the client has', async () => {
    const { client, plain_secret: secret } = await create(full);
    expect((await token(client.client_id, secret, { scope: 'deploy:read' })).scope).toBe('deploy:read');
    expect(await token(client.client_id, secret, { scope: 'deploy:read billing:write' })).toMatchObject({
      ...{ status: 400, error: 'invalid_scope' },
    });
  });

  it('do not open Scalekit’s own API', async () => {
    const { client, plain_secret: secret } = await create();
    const { access_token: bearer } = await token(client.client_id, secret);
    const headers = { authorization: `Bearer ${bearer}` };
    expect((await test.send('GET', '/api/v1/organizations', undefined, headers)).status).toBe(401);
  });
});

it('lists clients by cursor, newest first', async () => {
  const own = await test.organization();
  const ids: string[] = [];
  for (let index = 0; index < 12; index += 1) {
    ids.unshift((await create({ name: `Client ${index}` }, own.id)).client.client_id);
  }
  const list = async (query = '') => (await test.call('GET', `${clients(own.id)}?${query}`)).json;
  const shown = (page: Json) => page.clients.map((one: Json) => one.client_id);
  const first = await list();
  expect(first).toMatchObject({ total_size: 12, prev_page_token: '' });
  expect(shown(first)).toEqual(ids.slice(0, 10));
  const next = await list(`page_token=${encodeURIComponent(first.next_page_token)}`);
  expect(shown(next)).toEqual(ids.slice(10));
  expect(shown(await list(`page_token=${encodeURIComponent(next.prev_page_token)}`))).toEqual(
    ids.slice(0, 10),
  );
});
