import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPayloadFaults } from '../events/check-payload';
import type { Json } from '../test-client';
import { failures } from './outcomes.data';
import { redirectUri, requestOf, SignInFixture, sentBack } from './sign-in-fixture';

let fixture: SignInFixture;
let org: Json;
let connectionId: string;
beforeAll(async () => {
  fixture = await SignInFixture.start();
  ({ org, connectionId } = await fixture.customer('acme.example'));
});
afterAll(() => fixture.stop());
beforeEach(() => fixture.cookies.clear());

const jo = { email: 'jo@acme.example', given_name: 'Jo', family_name: 'Reed' };

describe('a sign-in that succeeds', () => {
  it('goes by way of the simulator, and is in the log at every step', async () => {
    const started = await fixture.authorize({ organization_id: org.id });
    expect(started).toMatchObject({ status: 302, location: expect.stringMatching(/^\/sign-in\/idp\?/) });
    const common = { organization_id: org.id, connection_id: connectionId, workflow: 'sso' };
    expect(await fixture.lastLog()).toMatchObject({ ...common, status: 'INITIATED', email: '' });
    const { html } = await fixture.get(started.location);
    expect(html).toContain('It stands in for OKTA of acme.example, by OIDC');
    expect(await fixture.lastLog()).toMatchObject({ ...common, status: 'PENDING' });
    const request = requestOf(started.location);
    const done = await fixture.post('/sign-in/idp', { request, ...jo });
    expect(sentBack(done)).toEqual({ at: redirectUri, state: 'st', code: expect.any(String) });
    expect(await fixture.lastLog()).toMatchObject({
      ...common,
      status: 'SUCCESS',
      email: jo.email,
      auth_request_id: request,
      client_id: fixture.test.emulator.clientId,
      client_type: 'ENV',
    });
  });

  it('makes a user and a member, begins a session and tells of both', async () => {
    await fixture.signIn({ organization_id: org.id }, { email: 'New@acme.example', given_name: 'Nu' });
    const [login, membership] = await fixture.events(2);
    expect([membership.type, login.type]).toEqual(['user.organization_membership_created', 'user.login']);
    expect(login.data.user).toMatchObject({ email: 'new@acme.example', user_profile: { given_name: 'Nu' } });
    expect(login.data.user_session).toMatchObject({
      organization_id: org.id,
      device: { browser: 'Firefox' },
    });
    for (const { type, data } of [login, membership]) expect(findPayloadFaults(type, data)).toEqual([]);
    const { user } = (await fixture.test.call('GET', `/users/${login.data.user.id}`)).json;
    expect(user.memberships).toMatchObject([
      { membership_status: 'ACTIVE', provisioning_method: 'jit_using_sso', roles: [{ name: 'member' }] },
    ]);
    expect(user.user_profile.external_identities).toMatchObject([{ connection_id: connectionId }]);
    const { sessions } = (await fixture.test.call('GET', `/users/${user.id}/sessions`)).json;
    expect(sessions).toMatchObject([{ session_id: login.data.user_session.session_id, status: 'active' }]);
    const found = await fixture.test.call('POST', '/events', {
      auth_request_id: (await fixture.lastLog()).auth_request_id,
    });
    expect(found.json.events).toMatchObject([{ type: 'user.login' }]);
  });

  it('gives the documented claims', async () => {
    await fixture.test.call('PATCH', `/organizations/${org.id}`, { external_id: 'acme-1' });
    const tokens = await fixture.redeem(await fixture.signIn({ connection_id: connectionId }, jo));
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 299 });
    const { clientId, url } = fixture.test.emulator;
    const now = Math.floor(Date.now() / 1000);
    const idToken = decodeJwt(tokens.id_token);
    expect(idToken).toEqual({
      ...{ iss: url, aud: [clientId], azp: clientId, sub: expect.stringMatching(/^usr_/), nonce: 'no' },
      ...{ amr: [connectionId], oid: org.id, email: jo.email, email_verified: true },
      ...{ name: 'Jo Reed', given_name: 'Jo', family_name: 'Reed', updated_at: expect.any(Number) },
      ...{ at_hash: expect.any(String), c_hash: expect.any(String), metadata: {} },
      ...{ iat: expect.any(Number), exp: expect.any(Number) },
      identities: [
        {
          ...{ connection_id: connectionId, organization_id: org.id, connection_type: 'OIDC' },
          ...{ provider_name: 'OKTA', social: false, provider_raw_attributes: {} },
        },
      ],
    });
    expect(idToken.iat).toBeGreaterThanOrEqual(now - 5);
    // The second token may be made in the next second.
    const accessToken = decodeJwt(tokens.access_token);
    expect(accessToken).toEqual({
      ...{ iss: url, aud: [clientId], sub: idToken.sub, jti: expect.stringMatching(/^tkn_/) },
      ...{ sid: expect.stringMatching(/^ses_\d+$/), oid: org.id, xoid: 'acme-1' },
      ...{ roles: ['member'], permissions: [] },
      ...{ iat: expect.any(Number), nbf: expect.any(Number), exp: (accessToken.iat ?? 0) + 299 },
    });
  });

  it('accepts an open invitation', async () => {
    const email = 'invited@acme.example';
    await fixture.test.call('POST', `/organizations/${org.id}/users`, { email });
    await fixture.signIn({ organization_id: org.id }, { person: email });
    const { users } = (await fixture.test.call('GET', `/organizations/${org.id}/users:search?query=${email}`))
      .json;
    expect(users[0].memberships).toMatchObject([{ membership_status: 'ACTIVE' }]);
  });

  it('can be had again without a page by the same browser', async () => {
    const first = decodeJwt(
      (await fixture.redeem(await fixture.signIn({ organization_id: org.id }, jo))).access_token,
    );
    const again = await fixture.authorize({ prompt: 'none' });
    const second = decodeJwt((await fixture.redeem(again)).access_token);
    expect(second.sid).toBe(first.sid);
    expect((await fixture.authorize({ organization_id: org.id, prompt: 'login' })).location).toContain(
      '/sign-in/idp',
    );
  });
});

describe('choosing the way in', () => {
  const at = async (extra: Record<string, string>) => {
    const { location } = await fixture.authorize(extra);
    return fixture.test.emulator.store.authRequests.get(requestOf(location))?.connectionId;
  };

  it.each([
    ['the connection', () => ({ connection_id: connectionId })],
    ['the organization', () => ({ organization_id: org.id })],
    ['the domain', () => ({ domain: 'ACME.example' })],
    ['the domain hint', () => ({ domain_hint: 'acme.example' })],
    ['the address', () => ({ login_hint: 'anyone@acme.example' })],
    [
      'the connection before the organization',
      () => ({ connection_id: connectionId, organization_id: 'org_0' }),
    ],
    ['the organization before the domain', () => ({ organization_id: org.id, domain: 'none.example' })],
    ['the domain before the address', () => ({ domain: 'acme.example', login_hint: 'x@none.example' })],
  ])('by %s', async (_, extra) => {
    expect(await at(extra())).toBe(connectionId);
  });

  it('has the documented errors', async () => {
    const off = await fixture.customer('off.example');
    await fixture.test.call('PATCH', `/organizations/${off.org.id}/connections/${off.connectionId}:disable`);
    const rows: [Record<string, string>, string][] = [
      [{}, 'invalid_connection_selector'],
      [{ connection_id: 'conn_0' }, 'invalid_connection_id'],
      [{ organization_id: 'org_0' }, 'invalid_organization_id'],
      [{ connection_id: off.connectionId }, 'connection_not_active'],
      [{ organization_id: off.org.id }, 'no_active_connections'],
      [{ domain: 'off.example' }, 'no_active_connections'],
      [{ domain: 'none.example' }, 'domain_not_found'],
      [{ login_hint: 'x@none.example' }, 'domain_not_found'],
      [{ provider: 'google' }, 'no_configured_connections'],
      [{ organization_id: org.id, prompt: 'none' }, 'user_login_required'],
      [{ prompt: 'sometimes' }, 'invalid_request'],
    ];
    for (const [extra, error] of rows) {
      const step = await fixture.authorize(extra);
      expect([extra, step.status, sentBack(step)]).toEqual([
        extra,
        302,
        { at: redirectUri, state: 'st', error, error_description: expect.any(String) },
      ]);
    }
  });

  it('logs what failed at once', async () => {
    await fixture.authorize({ connection_id: 'conn_0', login_hint: 'lost@acme.example' });
    const log = await fixture.lastLog();
    expect(log).toMatchObject({ status: 'FAILED', email: 'lost@acme.example', connection_id: '' });
    expect(Object.keys(log).filter((name) => /error|reason/.test(name))).toEqual([]);
  });

  it('answers an unknown application with a page', async () => {
    const step = await fixture.authorize({ client_id: 'skc_0' });
    expect(step).toMatchObject({
      status: 400,
      location: '',
      html: expect.stringContaining('invalid_client'),
    });
  });

  it('sends nobody to another machine', async () => {
    const step = await fixture.authorize({
      organization_id: org.id,
      redirect_uri: 'https://elsewhere.example/',
    });
    expect(step).toMatchObject({ status: 400, location: '' });
  });
});

describe('a sign-in that fails', () => {
  it.each(Object.keys(failures))('with %s', async (outcome) => {
    const step = await fixture.signIn({ organization_id: org.id }, { ...jo, outcome });
    expect(sentBack(step)).toMatchObject({ at: redirectUri, state: 'st', error: outcome });
    expect(await fixture.lastLog()).toMatchObject({ status: 'FAILED', email: jo.email });
  });

  it('because the address is of another domain', async () => {
    const step = await fixture.signIn({ organization_id: org.id }, { email: 'x@elsewhere.example' });
    expect(sentBack(step)).toMatchObject({ error: 'invalid_user_domain' });
    expect(fixture.test.emulator.store.users.findBy('email', 'x@elsewhere.example')).toEqual([]);
  });

  it('because the organization is full', async () => {
    const { org: full } = await fixture.customer('full.example');
    const path = `/organizations/${full.id}/settings/usermanagement`;
    await fixture.test.call('PATCH', path, { settings: { max_allowed_users: 1 } });
    await fixture.test.call('POST', `/organizations/${full.id}/users`, { email: 'first@full.example' });
    const step = await fixture.signIn({ organization_id: full.id }, { email: 'x@full.example' });
    expect(sentBack(step)).toMatchObject({ error: 'unauthorized' });
    expect(fixture.test.emulator.store.users.findBy('email', 'x@full.example')).toEqual([]);
  });

  it('asks again when nobody was chosen, and only once for an answer', async () => {
    const { location } = await fixture.authorize({ organization_id: org.id });
    const request = requestOf(location);
    const empty = await fixture.post('/sign-in/idp', { request });
    expect(empty).toMatchObject({ status: 400, html: expect.stringContaining('role="alert"') });
    await fixture.post('/sign-in/idp', { request, ...jo });
    expect(await fixture.post('/sign-in/idp', { request, ...jo })).toMatchObject({ status: 410 });
  });

  it('because it took too long', async () => {
    const { location } = await fixture.authorize({ organization_id: org.id });
    fixture.test.emulator.clock.shift(16 * 60_000);
    const late = await fixture.get(location);
    fixture.test.emulator.clock.reset();
    expect(late.status).toBe(410);
  });
});
