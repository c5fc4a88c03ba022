import { ScalekitClient } from '@scalekit-sdk/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ScimClient } from '../scim/scim-client';
import { requestOf, SignInFixture } from '../sign-in/sign-in-fixture';
import type { Json, TestEmulator } from '../test-client';
import { Receiver } from '../webhooks/receiver-fixture';
import { findPayloadFaults } from './check-payload';
import { eventTypes } from './event-types.data';

const secret = 'whsec_9vx5xtFNxQMZFcjLLGporL6TGkcSRNHb';
const receiver = new Receiver();
let fixture: SignInFixture;
let test: TestEmulator;
beforeAll(async () => {
  fixture = await SignInFixture.start({ webhooks: [{ url: await receiver.start(), secret }] });
  ({ test } = fixture);
});
afterAll(async () => {
  receiver.stop();
  await fixture.stop();
});

const call = async (verb: string, path: string, body?: Json): Promise<Json> => {
  const { json, status } = await test.call(verb, path, body);
  if (status !== 200) throw new Error(`${verb} ${path}: ${JSON.stringify(json)}`);
  return json;
};

/** Domains by way of the admin portal, where they have to be proved. */
async function causeDomains(org: Json): Promise<void> {
  const { link } = await call('PUT', `/organizations/${org.id}/portal_links?features=sso`);
  await fixture.get(link.location);
  await fixture.post('/portal/domains', { domain: 'proved.example' });
  await fixture.post('/portal/domains', { domain: 'late.example' });
  const path = `/organizations/${org.id}/domains`;
  const [late, proved] = (await call('GET', path)).domains;
  await fixture.post(`/portal/domains/${proved.id}/publish`, {});
  await test.moveClock(80 * 3_600_000);
  await call('GET', `${path}/${late.id}`);
  await call('DELETE', `${path}/${late.id}`);
  await test.moveClock();
}

async function causeUsers(org: Json): Promise<void> {
  const { user } = await call('POST', `/organizations/${org.id}/users`, { email: 'asked@proved.example' });
  const { id } = await test.member(org.id, 'member@proved.example');
  await call('POST', `/organizations/${org.id}/users/${id}/roles`, [{ role_name: 'admin' }]);
  await call('DELETE', `/memberships/organizations/${org.id}/users/${user.id}`);
  const google = await fixture.loginMethod('GOOGLE', 'OAUTH');
  const request = requestOf((await fixture.authorize()).location);
  await fixture.post('/sign-in/method', { request, connection: google });
  await fixture.post('/sign-in/idp', { request, email: 'founder@new.example' });
  await fixture.get('/oidc/logout');
}

async function causeConnections(org: Json): Promise<void> {
  const { connectionId, org: customer } = await fixture.customer('connected.example');
  const path = `/organizations/${customer.id}/connections/${connectionId}`;
  await call('PATCH', `${path}:disable`);
  await call('DELETE', path);
  await call('DELETE', `/organizations/${org.id}`);
}

async function causeDirectories(): Promise<void> {
  const idp = await ScimClient.create(test, 'pushed.example');
  await idp.api('PATCH', ':disable');
  await idp.api('PATCH', ':enable');
  const user = await idp.addUser('ada@pushed.example');
  await idp.patch(`/Users/${user.id}`, { op: 'replace', path: 'displayName', value: 'Ada' });
  const group = await idp.addGroup('Numbers');
  await idp.patch(`/Groups/${group.id}`, { op: 'replace', path: 'displayName', value: 'Figures' });
  await idp.send('DELETE', `/Groups/${group.id}`);
  await idp.send('DELETE', `/Users/${user.id}`);
}

async function causeRoles(): Promise<void> {
  await call('POST', '/permissions', { name: 'data:manage', description: 'Manage data' });
  await call('PUT', '/permissions/data:manage', { name: 'data:manage', description: 'All data' });
  await call('POST', '/roles', { name: 'keeper', display_name: 'Keeper', extends: 'member' });
  await call('PUT', '/roles/keeper', { display_name: 'Keeper of data' });
  await call('DELETE', '/roles/keeper');
  await call('DELETE', '/permissions/data:manage');
}

async function causeAccounts(): Promise<void> {
  const gmail = { key_id: 'gmail', provider_key: 'GMAIL', type: 'OAUTH' };
  await call('POST', '/connections?flags.is_app=true', gmail);
  const who = { connector: 'gmail', identifier: 'ada@proved.example' };
  const { link } = await call('POST', '/connected_accounts/magic_link', who);
  await fixture.post(link, { decision: 'allow' });
  await test.moveClock(2 * 3_600_000);
  await call('POST', '/execute_tool', { ...who, tool_name: 'gmail_get_profile' });
  await call('PUT', '/connected_accounts', {
    ...who,
    connected_account: { authorization_details: { oauth_token: { access_token: 'a', refresh_token: '' } } },
  });
  await call('POST', '/connected_accounts:delete', who);
  const stale = { ...who, identifier: 'stale@proved.example' };
  const details = { authorization_details: { oauth_token: { access_token: 'a' } } };
  await call('POST', '/connected_accounts', { ...stale, connected_account: details });
  await test.moveClock();
  await test.moveClock(5 * 3_600_000);
  await test.call('POST', '/execute_tool', { ...stale, tool_name: 'gmail_get_profile' });
  await test.moveClock();
}

it('each of the 41 types has a cause, reaches a webhook signed, and has the documented form', async () => {
  const org = await test.organization({ display_name: 'Proved' });
  await call('PATCH', `/organizations/${org.id}`, { display_name: 'Proved Ltd' });
  await causeDomains(org);
  await causeUsers(org);
  await causeDirectories();
  await causeRoles();
  await causeAccounts();
  await causeConnections(org);
  const { total_size: expected } = await call('POST', '/events', {});
  await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(expected);

  const scalekit = new ScalekitClient(test.emulator.url, 'skc_1', 'test_1');
  const seen = new Set<string>();
  let verified = 0;
  for (const { body, headers } of receiver.received) {
    const { data, type } = JSON.parse(body);
    seen.add(type);
    expect([type, findPayloadFaults(type as keyof typeof eventTypes, data)]).toEqual([type, []]);
    // Those of a moved clock are rightly too far off for a receiver of the present.
    const skew = Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000);
    if (skew < 250) {
      expect(scalekit.verifyWebhookPayload(secret, headers as Record<string, string>, body)).toBe(true);
      verified += 1;
    }
  }
  expect(verified).toBeGreaterThan(30);
  expect([...seen].sort()).toEqual(Object.keys(eventTypes).sort());
});
