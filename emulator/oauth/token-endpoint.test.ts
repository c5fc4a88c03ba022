import { createHash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { api, issuer, jo, OauthFixture, redirectUri, web } from './oauth-fixture';

let fixture: OauthFixture;
beforeEach(() => {
  fixture = new OauthFixture();
});

const credentials = {
  grant_type: 'client_credentials',
  client_id: api.clientId,
  client_secret: api.clientSecret,
};

async function failure(response: Promise<Response>) {
  const { status } = await response;
  const body = await (await response).json();
  return { status, error: body.error, hasDescription: typeof body.error_description === 'string' };
}

describe('client credentials', () => {
  it('gives an RS256 token for a day that the published keys verify', async () => {
    const response = await fixture.token(credentials);
    const body = await response.json();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 86_399, scope: 'openid' });
    const keys = createRemoteJWKSet(new URL(`${issuer}/keys`), {
      [customFetch]: async (url: string) => fixture.send(new URL(url).pathname),
    });
    const { protectedHeader, payload } = await jwtVerify(body.access_token, keys, {
      issuer,
      currentDate: new Date(fixture.now),
    });
    expect(protectedHeader.alg).toBe('RS256');
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(86_399);
    expect(await fixture.oauth.verifyAccessToken(body.access_token)).toEqual({ clientId: api.clientId });
  });

  it('takes the credentials from a Basic header, form-encoded', async () => {
    const pair = [api.clientId, api.clientSecret].map(encodeURIComponent).join(':');
    const headers = { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
    expect((await fixture.token({ grant_type: 'client_credentials' }, headers)).status).toBe(200);
    expect(await failure(fixture.token(credentials, headers))).toMatchObject({ error: 'invalid_request' });
  });

  it.each([
    ['a wrong secret', { ...credentials, client_secret: 'wrong' }],
    ['an unknown client', { ...credentials, client_id: 'skc_none' }],
    ['no secret', { grant_type: 'client_credentials', client_id: api.clientId }],
  ])('answers 401 invalid_client to %s', async (_, form) => {
    expect(await failure(fixture.token(form))).toEqual({
      status: 401,
      error: 'invalid_client',
      hasDescription: true,
    });
  });

  it('refuses a client that may only sign people in', async () => {
    const form = { ...credentials, client_id: web.clientId, client_secret: web.clientSecret };
    expect(await failure(fixture.token(form))).toMatchObject({ status: 400, error: 'unauthorized_client' });
  });

  it('does not verify an expired token, or one of another key', async () => {
    const token = await fixture.oauth.issueClientToken(api.clientId);
    expect(await fixture.create().verifyAccessToken(token)).toBeNull();
    fixture.now += 86_400_000;
    expect(await fixture.oauth.verifyAccessToken(token)).toBeNull();
  });
});

describe('bad token requests', () => {
  it.each([
    ['no grant type', { grant_type: '' }, 'invalid_request'],
    ['an unknown grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['no code', { grant_type: 'authorization_code' }, 'invalid_request'],
    ['no refresh token', { grant_type: 'refresh_token' }, 'invalid_request'],
    ['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_grant'],
  ])('names the problem of %s', async (_, extra, error) => {
    expect(await failure(fixture.token({ ...credentials, ...extra }))).toMatchObject({ status: 400, error });
  });

  it('refuses JSON, repeated parameters and other methods', async () => {
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect(await failure(fixture.send('/oauth/token', json))).toMatchObject({ error: 'invalid_request' });
    const twice = new URLSearchParams([...Object.entries(credentials), ['client_id', 'skc_2']]);
    const repeated = fixture.send('/oauth/token', { method: 'POST', body: twice });
    expect(await failure(repeated)).toMatchObject({ error: 'invalid_request' });
    expect((await fixture.send('/oauth/token')).status).toBe(405);
  });
});

describe('authorization code', () => {
  it('gives an ID token with who, when and which session, and the person’s own claims', async () => {
    const body = await (await fixture.redeem(await fixture.code())).json();
    expect(decodeJwt(body.id_token)).toMatchObject({
      ...{ iss: issuer, aud: [web.clientId], azp: web.clientId, sub: jo.subject, nonce: 'no' },
      ...{ email: jo.email, email_verified: true, name: jo.name, keydesk_role: 'lead', amr: ['pwd'] },
      ...{ auth_time: fixture.now / 1000, iat: fixture.now / 1000, exp: fixture.now / 1000 + 3600 },
      sid: expect.stringMatching(/^ses_/),
    });
    expect(await fixture.oauth.verifyAccessToken(body.access_token)).toBeNull();
  });

  it('redeems a code once, and a replay ends what it gave', async () => {
    const code = await fixture.code();
    const first = await (await fixture.redeem(code)).json();
    expect(await failure(fixture.redeem(code))).toMatchObject({ status: 400, error: 'invalid_grant' });
    const form = { ...credentials, client_id: web.clientId, client_secret: web.clientSecret };
    const refresh = { ...form, grant_type: 'refresh_token', refresh_token: first.refresh_token };
    expect(await failure(fixture.token(refresh))).toMatchObject({ error: 'invalid_grant' });
  });

  it.each([
    ['a wrong verifier', { code_verifier: 'another-verifier-of-at-least-43-characters-00' }],
    ['no verifier', { code_verifier: '' }],
    ['another redirect address', { redirect_uri: `${redirectUri}/x` }],
    ['another client', { client_id: api.clientId, client_secret: api.clientSecret }],
  ])('refuses %s', async (_, extra) => {
    expect(await failure(fixture.redeem(await fixture.code(), extra))).toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('refuses a code after ten minutes', async () => {
    const code = await fixture.code();
    fixture.now += 601_000;
    expect(await failure(fixture.redeem(code))).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('refresh token', () => {
  const refresh = (refresh_token: string) =>
    fixture.token({
      ...{ grant_type: 'refresh_token', refresh_token },
      ...{ client_id: web.clientId, client_secret: web.clientSecret },
    });

  it('is kept by its hash alone, in what is saved too', async () => {
    const { refresh_token: token } = await (await fixture.redeem(await fixture.code())).json();
    const saved = JSON.stringify(fixture.oauth.snapshot());
    expect(saved).toContain(createHash('sha256').update(token).digest('hex'));
    expect(saved).not.toContain(token);
  });

  it('rotates, keeps auth_time, and a reused one ends the chain', async () => {
    const first = await (await fixture.redeem(await fixture.code())).json();
    const signedInAt = fixture.now / 1000;
    fixture.now += 60_000;
    const second = await (await refresh(first.refresh_token)).json();
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(decodeJwt(second.id_token)).toMatchObject({ auth_time: signedInAt, iat: signedInAt + 60 });
    expect(await failure(refresh(first.refresh_token))).toMatchObject({ error: 'invalid_grant' });
    expect(await failure(refresh(second.refresh_token))).toMatchObject({ error: 'invalid_grant' });
  });

  it('is given only for offline_access', async () => {
    const code = await fixture.code(jo, { scope: 'openid email' });
    expect(await (await fixture.redeem(code)).json()).not.toHaveProperty('refresh_token');
  });
});
