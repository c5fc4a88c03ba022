import { beforeEach, describe, expect, it } from 'vitest';
import { api, issuer, jo, OauthFixture, sentBack, web } from './oauth-fixture';

let fixture: OauthFixture;
beforeEach(() => {
  fixture = new OauthFixture();
});

const done = 'http://127.0.0.1:5651/sign-out/done';
const idToken = async () => (await (await fixture.redeem(await fixture.code())).json()).id_token;
const logout = (query: Record<string, string>) => fixture.send(`/oidc/logout?${new URLSearchParams(query)}`);
const isSignedIn = async () => 'code' in sentBack(await fixture.authorize({ prompt: 'none' }));

describe('logout', () => {
  it('ends the session and returns with the state', async () => {
    const hint = { id_token_hint: await idToken(), post_logout_redirect_uri: done, state: 'x' };
    expect(await isSignedIn()).toBe(true);
    expect((await logout(hint)).headers.get('location')).toBe(`${done}?state=x`);
    expect(await isSignedIn()).toBe(false);
  });

  it('ends the session of an expired ID token, even without the cookie', async () => {
    const id_token_hint = await idToken();
    const { cookie } = fixture;
    fixture.now += 86_400_000;
    fixture.cookie = '';
    expect((await logout({ id_token_hint })).status).toBe(200);
    fixture.cookie = cookie;
    expect(await isSignedIn()).toBe(false);
  });

  it('takes a client id instead of an ID token', async () => {
    const query = { client_id: web.clientId, post_logout_redirect_uri: done };
    expect((await logout(query)).headers.get('location')).toBe(done);
  });

  it.each([
    ['an unregistered address', { client_id: web.clientId, post_logout_redirect_uri: `${done}/x` }],
    ['an address without a client', { post_logout_redirect_uri: done }],
    ['a token of somebody else', { id_token_hint: 'eyJhbGciOiJub25lIn0.e30.' }],
  ])('refuses %s and ends nothing', async (_, query) => {
    await fixture.code();
    expect((await logout(query)).status).toBe(400);
    expect(await isSignedIn()).toBe(true);
  });

  it('refuses the ID token of another application', async () => {
    expect((await logout({ id_token_hint: await idToken(), client_id: api.clientId })).status).toBe(400);
  });
});

describe('userinfo', () => {
  const userinfo = (token: string) =>
    fixture.send('/userinfo', { headers: { authorization: `Bearer ${token}` } });

  it('tells who an access token belongs to', async () => {
    const { access_token } = await (await fixture.redeem(await fixture.code())).json();
    expect(await (await userinfo(access_token)).json()).toEqual({
      ...{ sub: jo.subject, email: jo.email, email_verified: true, name: jo.name, keydesk_role: 'lead' },
    });
    fixture.now += 300_000;
    expect((await userinfo(access_token)).status).toBe(401);
  });

  it('refuses API tokens, ID tokens and nonsense', async () => {
    for (const token of [await fixture.oauth.issueClientToken(api.clientId), await idToken(), 'x']) {
      expect((await userinfo(token)).status).toBe(401);
    }
  });
});

describe('the whole', () => {
  it('publishes endpoints that it handles', async () => {
    const metadata = await (await fixture.send('/.well-known/openid-configuration')).json();
    expect(metadata.issuer).toBe(issuer);
    const addresses = Object.entries(metadata).filter(([name]) => /_(endpoint|uri)$/.test(name));
    expect(addresses).toHaveLength(5);
    for (const [, address] of addresses) {
      expect(await fixture.oauth.handle(new Request(String(address)))).not.toBeNull();
    }
  });

  it('leaves other paths to others', async () => {
    expect(await fixture.oauth.handle(new Request(`${issuer}/api/v1/organizations`))).toBeNull();
  });

  it('keeps tokens and sessions valid over a restart', async () => {
    const token = await fixture.oauth.issueClientToken(api.clientId);
    await fixture.code();
    const saved = JSON.parse(JSON.stringify(fixture.oauth.snapshot()));
    fixture.oauth = fixture.create();
    expect(await isSignedIn()).toBe(false);
    fixture.oauth.restore(saved);
    expect(await isSignedIn()).toBe(true);
    expect(await fixture.oauth.verifyAccessToken(token)).toEqual({ clientId: api.clientId });
  });

  it('refuses to restore something else', () => {
    expect(() => fixture.oauth.restore({ key: {} })).toThrow();
  });
});
