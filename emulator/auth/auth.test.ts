import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

const redirectUri = 'https://agent.example/callback';
const verifier = 'a-verifier-of-at-least-forty-three-characters-0';
const challenge = createHash('sha256').update(verifier).digest('base64url');

let test: TestEmulator;
let client: Json;
let clientSecret: string;
let connectionId: string;
beforeAll(async () => {
  test = await TestEmulator.start();
  const resource = { name: 'Tasks', resource_type: 'MCP_SERVER', resource_uri: 'https://mcp.example.com' };
  const { id } = (await test.call('POST', '/resources', resource)).json.resource;
  const settings = {
    custom_connection_settings: { authorize_uri: 'https://owner.example/login?theme=dark' },
  };
  const changed = (await test.call('PATCH', `/resources/${id}`, settings)).json.resource;
  connectionId = changed.connection_details.id;
  const fields = { name: 'Planner', redirect_uris: [redirectUri] };
  ({ client, plain_secret: clientSecret } = (
    await test.call('POST', `/resources/${id}/clients`, fields)
  ).json);
});
afterAll(() => test.stop());

const get = (url: URL | string) => fetch(url, { redirect: 'manual' });
const locationOf = (response: Response) => new URL(response.headers.get('location') ?? 'none:');

/** A client's request: answers with where the owner's login page was opened. */
async function begin(scope = 'todo:read'): Promise<URL> {
  const query = new URLSearchParams({
    ...{
      response_type: 'code',
      client_id: client.client_id,
      redirect_uri: redirectUri,
      scope,
      state: 'mine',
    },
    ...{ code_challenge: challenge, code_challenge_method: 'S256' },
  });
  return locationOf(await get(`${test.emulator.url}/oauth/authorize?${query}`));
}
const tell = (login: URL, user: object, connection = connectionId) =>
  test.call(
    'POST',
    `/connections/${connection}/auth-requests/${login.searchParams.get('login_request_id')}/user`,
    user as Json,
  );
const callback = (login: URL) =>
  `${test.emulator.url}/sso/v1/connections/${connectionId}/partner:callback?state=${login.searchParams.get('state')}`;
const answer = (login: URL, value: string) =>
  fetch(callback(login), {
    method: 'POST',
    body: new URLSearchParams({ state: login.searchParams.get('state') ?? '', answer: value }),
    redirect: 'manual',
  });
async function redeem(form: Record<string, string>): Promise<Json> {
  const body = new URLSearchParams({ client_id: client.client_id, client_secret: clientSecret, ...form });
  const response = await fetch(`${test.emulator.url}/oauth/token`, { method: 'POST', body });
  return { status: response.status, ...((await response.json()) as object) };
}
const jo = { sub: 'user-jo', email: 'Jo@Example.com' };

describe('signing in to a resource’s client', () => {
  it('goes to the owner’s login page, the API, the consent and back with a code', async () => {
    const login = await begin('todo:read offline_access');
    expect(login.origin + login.pathname).toBe('https://owner.example/login');
    expect(Object.fromEntries(login.searchParams)).toMatchObject({
      ...{ theme: 'dark', connection_id: connectionId },
      login_request_id: expect.stringMatching(/^lri_\d{18}$/),
    });
    const told = await tell(login, jo);
    expect(told.json.auth_request_id).toMatch(/^areq_/);

    const page = await (await get(callback(login))).text();
    expect(page).toContain('Planner wants access');
    expect(page).toContain('jo@example.com');
    const back = locationOf(await answer(login, 'allow'));
    expect(back.origin + back.pathname).toBe(redirectUri);
    expect(back.searchParams.get('state')).toBe('mine');

    const code = back.searchParams.get('code') ?? '';
    const reply = await redeem({
      ...{ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier },
    });
    expect(reply).toMatchObject({ status: 200, expires_in: 300 });
    expect(decodeJwt(reply.access_token)).toMatchObject({
      ...{ sub: 'user-jo', aud: ['https://mcp.example.com'], client_id: client.client_id },
      scopes: ['todo:read', 'offline_access'],
    });

    const { consents } = (await test.call('GET', `/user_consents?resource_id=${client.resource_id}`)).json;
    expect(consents).toMatchObject([{ external_user_id: 'user-jo', client_name: 'Planner' }]);
    const { authRequests } = (await test.call('GET', '/logs/authentication/requests')).json;
    expect(authRequests[0]).toMatchObject({
      ...{ auth_request_id: told.json.auth_request_id, status: 'SUCCESS', email: 'jo@example.com' },
      ...{ resource_name: 'Tasks', client_name: 'Planner' },
    });

    await test.call('DELETE', `/clients/${client.client_id}/consents/${consents[0].id}`);
    const form = { grant_type: 'refresh_token', refresh_token: reply.refresh_token };
    expect(await redeem(form)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  it('asks once for the same scopes', async () => {
    const first = await begin();
    await tell(first, { ...jo, sub: 'user-mo' });
    await answer(first, 'allow');
    const second = await begin();
    await tell(second, { ...jo, sub: 'user-mo' });
    expect(locationOf(await get(callback(second))).searchParams.has('code')).toBe(true);
    const third = await begin('todo:read todo:write');
    await tell(third, { ...jo, sub: 'user-mo' });
    expect((await get(callback(third))).status).toBe(200);
  });

  it.each([
    ['the person does not allow it', jo, 'deny', 'User denied access'],
    [
      'the owner says that it failed',
      { login_failed: true },
      'allow',
      'The login page says that the sign-in failed',
    ],
  ])('ends with an error when %s', async (_, user, value, description) => {
    const login = await begin();
    await tell(login, user);
    const back = locationOf(await answer(login, value));
    expect(Object.fromEntries(back.searchParams)).toEqual({
      ...{ error: 'access_denied', error_description: description, state: 'mine' },
    });
    expect((await tell(login, jo)).status).toBe(404);
  });

  it('does not go on before the API was told who it is, nor after a quarter of an hour', async () => {
    const login = await begin();
    expect(await (await get(callback(login))).text()).toContain('authentication_not_completed');
    test.emulator.clock.shift(15 * 60_000);
    expect((await get(callback(login))).status).toBe(410);
    expect((await tell(login, jo)).status).toBe(404);
    test.emulator.clock.reset();
  });

  it('needs a login page', async () => {
    const resource = { name: 'Bare', resource_type: 'MCP_SERVER' };
    const { id } = (await test.call('POST', '/resources', resource)).json.resource;
    const fields = { name: 'Bot', redirect_uris: [redirectUri] };
    const { json } = await test.call('POST', `/resources/${id}/clients`, fields);
    const query = `response_type=code&client_id=${json.client.client_id}&redirect_uri=${redirectUri}`;
    const back = locationOf(await get(`${test.emulator.url}/oauth/authorize?${query}`));
    expect(back.searchParams.get('error')).toBe('connection_not_active');
  });
});

describe('telling who signed in', () => {
  it.each<[string, object, string | undefined, number]>([
    ['no sub', { email: 'jo@example.com' }, undefined, 400],
    ['no e-mail', { sub: 'user-jo' }, undefined, 400],
    ['another connection', jo, 'conn_1', 404],
  ])('is refused with %s', async (_, user, connection, status) => {
    expect((await tell(await begin(), user, connection)).status).toBe(status);
  });

  it('is refused for a login request that there is not', async () => {
    const path = `/connections/${connectionId}/auth-requests/lri_1/user`;
    expect((await test.call('POST', path, jo)).status).toBe(404);
  });
});

it('has a login page for owners who have none', async () => {
  const query = 'login_request_id=lri_1&connection_id=conn_1&state=s';
  const page = await (await get(`${test.emulator.url}/partner-login?${query}`)).text();
  expect(page).toContain('/sso/v1/connections/conn_1/partner:callback?state=s');
  expect((await get(`${test.emulator.url}/partner-login`)).status).toBe(400);
});
