import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPayloadFaults } from '../events/check-payload';
import { requestOf, SignInFixture, sentBack } from './sign-in-fixture';

let fixture: SignInFixture;
let google: string;
let passwordless: string;
beforeAll(async () => {
  fixture = await SignInFixture.start();
  google = await fixture.loginMethod('GOOGLE', 'OAUTH');
  passwordless = await fixture.loginMethod('SCALEKIT', 'PASSWORDLESS');
});
afterAll(() => fixture.stop());
beforeEach(() => {
  fixture.cookies.clear();
  fixture.test.emulator.store.mails.clear();
});

const mailTo = () => fixture.test.emulator.store.mails.all().at(-1)?.text ?? '';

async function begin(extra: Record<string, string> = {}): Promise<string> {
  const { location } = await fixture.authorize(extra);
  expect(location).toMatch(/^\/sign-in\?request=/);
  return requestOf(location);
}

describe('the hosted page', () => {
  it('offers the login methods of the environment', async () => {
    const { html } = await fixture.get(`/sign-in?request=${await begin()}`);
    expect(html).toContain('Continue with Google');
    expect(html).toContain('<label for="email">');
    expect(html).not.toContain('<script');
  });

  it('leads to a social provider, where somebody new signs up', async () => {
    const request = await begin({ prompt: 'create' });
    const { html } = await fixture.get(`/sign-in?request=${request}`);
    expect(html).toContain('Sign up for');
    expect(html).toContain(`value="${google}"`);
    const chosen = await fixture.post('/sign-in/method', { request, connection: google });
    expect(chosen.location).toBe(`/sign-in/idp?request=${request}`);
    const done = await fixture.post('/sign-in/idp', { request, email: 'founder@new.example' });
    expect(sentBack(done)).toHaveProperty('code');
    const events = await fixture.events(3);
    expect(events.map(({ type }) => type)).toEqual(['user.login', 'user.signup', 'organization.created']);
    for (const { type, data } of events) expect(findPayloadFaults(type, data)).toEqual([]);
    expect(await fixture.lastLog()).toMatchObject({ workflow: 'social', connection_provider: 'GOOGLE' });
    const { user } = events[0].data;
    const { memberships } = (await fixture.test.call('GET', `/users/${user.id}`)).json.user;
    expect(memberships).toMatchObject([{ provisioning_method: 'org_creator', roles: [{ name: 'admin' }] }]);
  });

  it('is passed by where the provider is named', async () => {
    const { location } = await fixture.authorize({ provider: 'google' });
    expect((await fixture.get(location)).html).toContain('It stands in for GOOGLE, by OAUTH');
    const lost = await fixture.authorize({ provider: 'google', organization_id: 'org_0' });
    expect(sentBack(lost)).toMatchObject({ error: 'invalid_organization_id' });
  });

  it('is where a mailed code begins', async () => {
    await begin({ connection_id: passwordless });
  });

  it('sends a known domain to its own connection', async () => {
    await fixture.customer('routed.example');
    const request = await begin();
    const { location } = await fixture.post('/sign-in/email', { request, email: 'jo@routed.example' });
    expect(location).toBe(`/sign-in/idp?request=${request}`);
    expect((await fixture.get(location)).html).toContain('OKTA of routed.example');
  });

  it('takes an organization that has no connection of its own, for its members only', async () => {
    const org = await fixture.test.organization();
    await fixture.test.member(org.id, 'member@plain.example');
    const attempt = async (email: string) => {
      const request = await begin({ organization_id: org.id });
      await fixture.post('/sign-in/email', { request, email });
      const code = /code is (\d+)/.exec(mailTo())?.[1] ?? '';
      return sentBack(await fixture.post('/sign-in/code', { request, code }));
    };
    expect(await attempt('member@plain.example')).toHaveProperty('code');
    fixture.cookies.clear();
    expect(await attempt('stranger@plain.example')).toMatchObject({ error: 'unauthorized' });
  });

  it('asks again for something that is no address', async () => {
    const answer = await fixture.post('/sign-in/email', { request: await begin(), email: 'nobody' });
    expect(answer).toMatchObject({ status: 400, html: expect.stringContaining('value="nobody"') });
  });
});

describe('a mailed code', () => {
  const email = 'code@new.example';

  it('signs in, once', async () => {
    const request = await begin();
    const page = await fixture.post('/sign-in/email', { request, email });
    expect(page.html).toContain('Check your mail');
    const code = /code is (\d{6})/.exec(mailTo())?.[1] ?? '';
    const wrong = await fixture.post('/sign-in/code', { request, code: code === '000000' ? '1' : '000000' });
    expect(wrong).toMatchObject({ status: 400, html: expect.stringContaining('role="alert"') });
    expect(sentBack(await fixture.post('/sign-in/code', { request, code }))).toHaveProperty('code');
    expect(await fixture.lastLog()).toMatchObject({ status: 'SUCCESS', workflow: 'passwordless', email });
    expect(await fixture.post('/sign-in/code', { request, code })).toMatchObject({ status: 410 });
  });

  it('has a link that does the same', async () => {
    const request = await begin();
    await fixture.post('/sign-in/email', { request, email });
    const link = /Open (\S+)/.exec(mailTo())?.[1] ?? '';
    expect(sentBack(await fixture.get(link))).toHaveProperty('code');
  });
});

describe('an invitation', () => {
  async function invite(email: string) {
    const org = await fixture.test.organization({ display_name: 'Acme & Co' });
    const { user } = (await fixture.test.call('POST', `/organizations/${org.id}/users`, { email })).json;
    return { org, user, link: /http:\S+/.exec(mailTo())?.[0] ?? '' };
  }

  it('is mailed and accepted on its page', async () => {
    const { link, user } = await invite('asked@new.example');
    const { html } = await fixture.get(link);
    expect(html).toContain('You are invited to Acme &amp; Co');
    expect((await fixture.post(link, {})).status).toBe(200);
    const { memberships } = (await fixture.test.call('GET', `/users/${user.id}`)).json.user;
    expect(memberships).toMatchObject([{ membership_status: 'ACTIVE' }]);
    expect(await fixture.events(1)).toMatchObject([{ type: 'user.organization_membership_created' }]);
    expect((await fixture.get(link)).status).toBe(410);
  });

  it('is replaced by the next mail', async () => {
    const { link, org, user } = await invite('again@new.example');
    await fixture.test.call('PATCH', `/invites/organizations/${org.id}/users/${user.id}/resend`);
    expect((await fixture.get(link)).status).toBe(410);
    expect((await fixture.get(/http:\S+/.exec(mailTo())?.[0] ?? '')).status).toBe(200);
  });

  it('expires', async () => {
    const { link } = await invite('late@new.example');
    fixture.test.emulator.clock.shift(16 * 86_400_000);
    const late = await fixture.get(link);
    fixture.test.emulator.clock.reset();
    expect(late.status).toBe(410);
  });

  it('is not mailed when that is not wanted', async () => {
    const org = await fixture.test.organization();
    await fixture.test.member(org.id, 'quiet@new.example');
    expect(mailTo()).toBe('');
  });
});

describe('a test of a connection', () => {
  it.each([
    ['success', { status: 'SUCCESS', user_info: expect.stringContaining('jo@tested.example') }],
    ['assertion_expired', { status: 'FAILURE', error: 'assertion_expired' }],
  ])('ends in %s', async (outcome, result) => {
    const { connectionId, org } = await fixture.customer(`${outcome.replace('_', '-')}.example`);
    const path = `/organizations/${org.id}/connections/${connectionId}`;
    const { connection } = (await fixture.test.call('GET', path)).json;
    const { html } = await fixture.get(connection.test_connection_uri);
    const test = /name="test" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const done = await fixture.post('/sign-in/test', { test, email: 'jo@tested.example', outcome });
    expect(done.html).toContain(test);
    const found = await fixture.test.call('GET', `/connections/${connectionId}/test-requests/${test}`);
    expect(found.json).toMatchObject(result);
    expect(fixture.test.emulator.store.users.findBy('email', 'jo@tested.example')).toEqual([]);
  });
});

it('publishes the SAML metadata of a connection', async () => {
  const org = await fixture.test.organization();
  const path = `/organizations/${org.id}/connections`;
  const { connection } = (await fixture.test.call('POST', path, { provider: 'OKTA', type: 'SAML' })).json;
  const { saml_config: saml } = (await fixture.test.call('GET', `${path}/${connection.id}`)).json.connection;
  const { html, status } = await fixture.get(saml.sp_metadata_url);
  expect(status).toBe(200);
  expect(html).toContain(`entityID="${saml.sp_entity_id}"`);
  expect(html).toContain(`Location="${saml.sp_assertion_url}"`);
});
