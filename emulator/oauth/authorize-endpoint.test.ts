import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { jo, mo, OauthFixture, redirectUri, sentBack } from './oauth-fixture';

let fixture: OauthFixture;
beforeEach(() => {
  fixture = new OauthFixture();
});

const claimsOf = async (code: string) => decodeJwt((await (await fixture.redeem(code)).json()).id_token);

describe('the sign-in page', () => {
  it('offers one button for each person, escapes names, runs no script', async () => {
    const response = await fixture.authorize();
    const html = await response.text();
    expect(html).toContain('Sign in to Keydesk');
    expect(html.match(/<button name="person"/g)).toHaveLength(2);
    expect(html).toContain('Jo &lt;Test&gt;');
    expect(html).not.toMatch(/<script|type="password"/);
    expect(response.headers.get('content-security-policy')).toContain(
      `form-action 'self' ${new URL(redirectUri).origin}`,
    );
  });

  it('puts the hinted person first', async () => {
    const html = await (await fixture.authorize({ login_hint: mo.email })).text();
    expect(html.indexOf(mo.subject)).toBeLessThan(html.indexOf(jo.subject));
  });

  it('escapes what came in the request', async () => {
    const html = await (await fixture.authorize({ state: '"><script>1</script>' })).text();
    expect(html).not.toContain('<script>');
  });

  it('sends the choice back with the state', async () => {
    expect(sentBack(await fixture.choose({ person: jo.subject }))).toEqual({
      ...{ at: redirectUri, state: 'st' },
      code: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('sends a refusal back as access_denied', async () => {
    expect(sentBack(await fixture.choose({ deny: '1' }))).toMatchObject({
      error: 'access_denied',
      state: 'st',
    });
    expect(sentBack(await fixture.choose({ person: 'usr_none' }))).toMatchObject({ error: 'access_denied' });
  });
});

describe('requests that must not be answered elsewhere', () => {
  it.each([
    ['an unknown client', { client_id: 'skc_none' }],
    ['an unregistered address', { redirect_uri: 'https://elsewhere.test/' }],
    ['an address that only starts the same', { redirect_uri: `${redirectUri}/x` }],
    ['no address', { redirect_uri: '' }],
  ])('%s gets a page here', async (_, extra) => {
    const response = await fixture.authorize(extra);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('This sign-in cannot go on');
  });
});

describe('requests that are wrong', () => {
  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ scope: 'email' }, 'invalid_scope'],
    [{ prompt: 'consent' }, 'invalid_request'],
    [{ max_age: 'soon' }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ code_challenge: 'short' }, 'invalid_request'],
  ])('%j is sent back as %s', async (extra, error) => {
    expect(sentBack(await fixture.authorize(extra))).toMatchObject({ at: redirectUri, error, state: 'st' });
  });
});

describe('a browser that is signed in already', () => {
  it('passes straight through, with the first auth_time and the same session', async () => {
    const first = await claimsOf(await fixture.code());
    fixture.now += 3_600_000;
    const second = await claimsOf(sentBack(await fixture.authorize()).code ?? '');
    expect(second).toMatchObject({ sub: jo.subject, auth_time: first.auth_time, sid: first.sid });
  });

  it.each<Record<string, string>>([{ prompt: 'login' }, { max_age: '0' }, { max_age: '59' }])(
    'is asked again for %j',
    async (extra) => {
      await fixture.code();
      fixture.now += 60_000;
      expect((await fixture.authorize(extra)).status).toBe(200);
      const claims = await claimsOf(await fixture.code(jo, extra));
      expect(claims.auth_time).toBe(fixture.now / 1000);
    },
  );

  it('passes within max_age', async () => {
    await fixture.code();
    fixture.now += 60_000;
    expect((await fixture.authorize({ max_age: '60' })).status).toBe(303);
  });

  it('becomes another person when another answers', async () => {
    const first = await claimsOf(await fixture.code(jo));
    await fixture.code(mo, { prompt: 'login' });
    const second = await claimsOf(sentBack(await fixture.authorize()).code ?? '');
    expect(second.sub).toBe(mo.subject);
    expect(second.sid).not.toBe(first.sid);
  });

  it('answers prompt=none without a page', async () => {
    expect(sentBack(await fixture.authorize({ prompt: 'none' }))).toMatchObject({ error: 'login_required' });
    await fixture.code();
    expect(sentBack(await fixture.authorize({ prompt: 'none' }))).toHaveProperty('code');
  });
});
