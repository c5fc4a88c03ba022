import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../test-client';
import { SignInFixture, sentBack } from './sign-in-fixture';

let fixture: SignInFixture;
let org: Json;
beforeAll(async () => {
  fixture = await SignInFixture.start();
  ({ org } = await fixture.customer('acme.example'));
});
afterAll(() => fixture.stop());
beforeEach(() => fixture.cookies.clear());

const jo = { email: 'jo@acme.example', given_name: 'Jo', family_name: 'Reed' };

describe('tokens', () => {
  const refresh = (refresh_token: string) => fixture.token({ grant_type: 'refresh_token', refresh_token });

  it('are refreshed with rotation', async () => {
    const first = await fixture.redeem(await fixture.signIn({ organization_id: org.id }, jo));
    const second = await (await refresh(first.refresh_token)).json();
    expect(decodeJwt(second.access_token).sid).toBe(decodeJwt(first.access_token).sid);
    const replay = await refresh(first.refresh_token);
    expect([replay.status, (await replay.json()).error]).toEqual([400, 'invalid_grant']);
  });

  it.each(['the session', 'the membership'])('end with %s', async (what) => {
    const tokens = await fixture.redeem(await fixture.signIn({ organization_id: org.id }, jo));
    const { sid, sub } = decodeJwt(tokens.access_token);
    const isSession = what === 'the session';
    const membership = `/memberships/organizations/${org.id}/users/${sub}`;
    await (isSession
      ? fixture.test.call('POST', `/sessions/${sid}/revoke`)
      : fixture.test.call('DELETE', membership));
    expect((await refresh(tokens.refresh_token)).status).toBe(400);
  });

  it('open userinfo', async () => {
    const tokens = await fixture.redeem(await fixture.signIn({ organization_id: org.id }, jo));
    const userinfo = async (token: string) =>
      fetch(`${fixture.test.emulator.url}/userinfo`, { headers: { authorization: `Bearer ${token}` } });
    expect(await (await userinfo(tokens.access_token)).json()).toMatchObject({ email: jo.email });
    expect((await userinfo(tokens.id_token)).status).toBe(401);
  });

  it('do not open the API', async () => {
    const { access_token } = await fixture.redeem(await fixture.signIn({ organization_id: org.id }, jo));
    const headers = { authorization: `Bearer ${access_token}` };
    const answer = await fetch(`${fixture.test.emulator.url}/api/v1/organizations`, { headers });
    expect(answer.status).toBe(401);
  });
});

describe('signing out', () => {
  it('ends the session, tells of it and returns', async () => {
    const tokens = await fixture.redeem(await fixture.signIn({ organization_id: org.id }, jo));
    const query = new URLSearchParams({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: 'http://127.0.0.1:5930/bye',
      state: 'x',
    });
    const out = await fixture.get(`/oidc/logout?${query}`);
    expect(out.location).toBe('http://127.0.0.1:5930/bye?state=x');
    const { sid } = decodeJwt(tokens.access_token);
    expect((await fixture.test.call('GET', `/sessions/${sid}`)).json).toMatchObject({ status: 'logout' });
    expect(await fixture.events(1)).toMatchObject([
      { type: 'user.logout', data: { user_session: { session_id: sid } } },
    ]);
    expect(sentBack(await fixture.authorize({ prompt: 'none' }))).toHaveProperty('error');
  });

  it('works by the ID token alone', async () => {
    const tokens = await fixture.redeem(await fixture.signIn({ organization_id: org.id }, jo));
    fixture.cookies.clear();
    await fixture.get(`/oidc/logout?id_token_hint=${tokens.id_token}`);
    const { sid } = decodeJwt(tokens.access_token);
    expect((await fixture.test.call('GET', `/sessions/${sid}`)).json.status).toBe('logout');
  });
});
