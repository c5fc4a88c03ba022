import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPayloadFaults } from '../events/check-payload';
import type { Json } from '../test-client';
import { AgentFixture, tokens } from './agent-fixture';

let agents: AgentFixture;
const call = (...request: Parameters<AgentFixture['test']['call']>) => agents.test.call(...request);

beforeAll(async () => {
  agents = await AgentFixture.start();
  await agents.connection('gmail');
  await agents.connection('stripe', 'STRIPE', 'API_KEY');
});
afterAll(() => agents.stop());

describe('connected accounts', () => {
  it('are ACTIVE with tokens and PENDING_AUTH without', async () => {
    const active = await agents.account('gmail', 'ines@example.com');
    expect(active).toMatchObject({
      id: expect.stringMatching(/^ca_\d{18}$/),
      connector: 'gmail',
      provider: 'GMAIL',
      status: 'ACTIVE',
      authorization_type: 'OAUTH',
    });
    expect(await agents.account('gmail', 'tobin@example.com', {})).toMatchObject({ status: 'PENDING_AUTH' });
    expect(agents.eventsOf(active.id)).toEqual(['created']);
  });

  it('show their tokens where they are asked for and nowhere else', async () => {
    await agents.account('gmail', 'secret@example.com');
    const query = '?connector=gmail&identifier=secret@example.com';
    const auth = await call('GET', `/connected_accounts/auth${query}`);
    expect(auth.json.connected_account.authorization_details.oauth_token).toMatchObject({
      access_token: 'access-1',
    });
    const details = await call('GET', `/connected_accounts/details${query}`);
    const list = await call('GET', `/connected_accounts${query}`);
    expect(list.json).toMatchObject({ total_size: 1 });
    expect(JSON.stringify([details.json, list.json])).not.toContain('access-1');
  });

  it('are found by text, and by several connections at once', async () => {
    await agents.account('stripe', 'findme', {
      authorization_details: { static_auth: { details: { api_key: 'k' } } },
    });
    const found = await call('GET', '/connected_accounts:search?query=FINDME');
    expect(found.json.connected_accounts).toMatchObject([
      { identifier: 'findme', authorization_type: 'API_KEY' },
    ]);
    const both = await call('GET', '/connected_accounts?connection_names=gmail&connection_names=stripe');
    expect(new Set(both.json.connected_accounts.map((one: Json) => one.connector))).toEqual(
      new Set(['gmail', 'stripe']),
    );
  });

  it('keep what an update does not send, and become ACTIVE with new tokens', async () => {
    const { id } = await agents.account('gmail', 'update@example.com', { api_config: { region: 'eu' } });
    const { json } = await call('PUT', '/connected_accounts', { id, connected_account: tokens() });
    expect(json.connected_account).toMatchObject({ status: 'ACTIVE', api_config: { region: 'eu' } });
    expect(agents.eventsOf(id)).toEqual(['created', 'updated', 'status_updated']);
  });

  it('lose their tokens when disconnected, and stay', async () => {
    const { id } = await agents.account('gmail', 'leaving@example.com');
    const { json } = await call('POST', `/connected_accounts/${id}:disconnect`, {});
    expect(json.connected_account).toMatchObject({ id, status: 'DISCONNECTED' });
    const auth = await call('GET', `/connected_accounts/auth?id=${id}`);
    expect(auth.json.connected_account.authorization_details).toBeUndefined();
  });

  it('go with their organization and with their connection', async () => {
    const org = await agents.test.organization();
    const connection = await agents.connection('short-lived', 'SLACK');
    const body = { connector: 'short-lived', organization_id: org.id, connected_account: {} };
    const ofOrg = (await call('POST', '/connected_accounts', body)).json.connected_account;
    const other = await agents.account('short-lived', 'someone');
    await call('DELETE', `/organizations/${org.id}`);
    expect((await call('GET', `/connected_accounts/${ofOrg.id}`)).status).toBe(404);
    await call('DELETE', `/connections/${connection.id}`);
    expect((await call('GET', `/connected_accounts/${other.id}`)).status).toBe(404);
  });

  it('cause documented events only', () => {
    const events = agents.test.emulator.store.events.all();
    const own = events.filter(({ type }) => type.startsWith('connected_account.'));
    expect(own.length).toBeGreaterThan(5);
    expect(own.flatMap(({ type, data }) => findPayloadFaults(type, data))).toEqual([]);
  });
});

const account = { connector: 'gmail', identifier: 'row@example.com' };

describe('refusals', () => {
  beforeAll(() => agents.account('gmail', 'row@example.com'));

  it.each<[string, [string, string, Json?], number, RegExp?]>([
    [
      'the same pair again',
      ['POST', '/connected_accounts', { ...account, connected_account: {} }],
      400,
      /exists/,
    ],
    ['no connected_account', ['POST', '/connected_accounts', account], 400, /connected_account/],
    [
      'an unknown connection',
      ['POST', '/connected_accounts', { ...account, connector: 'nope', connected_account: {} }],
      404,
    ],
    [
      'details of another type',
      [
        'POST',
        '/connected_accounts',
        {
          connector: 'gmail',
          identifier: 'x',
          connected_account: { authorization_details: { static_auth: { details: {} } } },
        },
      ],
      400,
    ],
    [
      'connector and connection_names',
      ['GET', '/connected_accounts?connector=gmail&connection_names=gmail'],
      400,
      /connector and connection_names are mutually exclusive — provide only one/,
    ],
    ['a page of 100', ['GET', '/connected_accounts?page_size=100'], 400],
    ['a made-up page token', ['GET', '/connected_accounts?page_token=nonsense'], 400],
    ['auth without match', ['GET', '/connected_accounts/auth?connector=gmail&identifier=nobody'], 404],
    ['details without match', ['GET', '/connected_accounts/details?id=ca_1'], 404],
    ['deleting what is gone', ['POST', '/connected_accounts:delete', { id: 'ca_1' }], 404],
    [
      'a magic link of an unknown connection',
      ['POST', '/connected_accounts/magic_link', { connector: 'nope', identifier: 'x' }],
      404,
    ],
    [
      'a verify url of ftp',
      ['POST', '/connected_accounts/magic_link', { ...account, user_verify_url: 'ftp://a.example' }],
      400,
    ],
    [
      'an unknown auth request',
      ['POST', '/connected_accounts/user/verify', { auth_request_id: 'nope', identifier: 'x' }],
      404,
      /auth request not found or no longer valid/,
    ],
    [
      'an empty auth request',
      ['POST', '/connected_accounts/user/verify', { auth_request_id: '', identifier: '' }],
      400,
    ],
    ['the account of an end user', ['GET', '/connected_accounts/this'], 400],
    ['what is for end users', ['GET', '/my-app-connections'], 403],
  ])('%s', async (_, request, status, message) => {
    const answer = await call(...request);
    expect([answer.status, answer.json.code]).toEqual([status, { 400: 3, 403: 7, 404: 5 }[status]]);
    if (message) expect(answer.json.message).toMatch(message);
  });
});
