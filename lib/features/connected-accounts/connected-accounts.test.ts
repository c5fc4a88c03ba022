import { describe, expect, it } from 'vitest';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { createConnectedAccount, disconnectConnectedAccount, updateConnectedAccount } from './actions';
import { countAccountImpact, getConnectedAccount, listConnectedAccounts } from './queries';
import { noCredentials } from './schema';
import { filled, newAccount, newConnection, newOrganization, newWord, tokens } from './test-accounts';

withTestDatabase();
const emulator = withEmulator();

const list = (input: object, principal = testPrincipal()) =>
  runQuery(listConnectedAccounts.definition, 'production', principal, input);
const get = (accountId: string, organizationId = '', principal = testPrincipal()) =>
  runQuery(getConnectedAccount.definition, 'production', principal, { accountId, organizationId });

describe('listConnectedAccounts', () => {
  it('narrows by connection, several connections, customer, provider and text', async () => {
    const organizationId = await newOrganization();
    const ours = await newAccount({ organizationId });
    const other = await newAccount();
    const ids = async (input: object) => (await list(input)).rows.map(({ id }) => id).toSorted();
    const both = [ours.accountId, other.accountId].toSorted();
    expect(await ids({ connections: ours.connector })).toEqual([ours.accountId]);
    expect(await ids({ connections: `${ours.connector}, ${other.connector}` })).toEqual(both);
    expect(await ids({ organizationId })).toEqual([ours.accountId]);
    expect(await ids({ organizationId, provider: 'SLACK' })).toEqual([]);
    emulator.current.journal.clear();
    expect(await ids({ text: other.identifier })).toEqual([other.accountId]);
    expect(emulator.current.journal.list('connectedAccounts.searchConnectedAccounts')).toHaveLength(1);
    expect(await ids({ text: 'ada', connections: other.connector })).toEqual([other.accountId]);
  });

  it('finds those of a state across pages, and says how many it read', async () => {
    const { accountId, connector } = await newAccount();
    const { connectedAccounts } = emulator.current.store;
    const one = connectedAccounts.get(accountId);
    for (let index = 1; one && index < 120; index += 1) {
      connectedAccounts.put({ ...one, id: `${accountId}${index}`, identifier: `person-${index}` });
    }
    const active = await newAccount({ connector, ...tokens });
    const page = await list({ connections: connector, status: 'ACTIVE' });
    expect(page).toMatchObject({ rows: [{ id: active.accountId }], looked: 121, total: null });
    const queue = await list({ connections: connector, status: 'needs_link' });
    expect(queue.rows.length).toBeGreaterThanOrEqual(98);
    const rest = await list({
      connections: connector,
      status: 'needs_link',
      pageToken: queue.nextToken ?? '',
    });
    expect(queue.rows.length + rest.rows.length).toBe(120);
  });

  it('is for a customer of their own for people limited to some', async () => {
    const organizationId = await newOrganization();
    const { accountId } = await newAccount({ organizationId });
    const limited = testPrincipal({ customers: new Set([organizationId]) });
    expect((await list({ organizationId }, limited)).rows).toMatchObject([{ id: accountId }]);
    expect((await failureOf(list({}, limited))).code).toBe('forbidden');
  });
});

describe('getConnectedAccount', () => {
  it('asks for details and never for tokens', async () => {
    const { accountId } = await newAccount({ ...tokens, apiConfig: '{"region":"eu"}' });
    emulator.current.journal.clear();
    const account = await get(accountId);
    expect(account).toMatchObject({ status: 'ACTIVE', authorizationType: 'OAUTH' });
    expect(JSON.parse(account.apiConfig)).toEqual({ region: 'eu' });
    expect(JSON.stringify(account)).not.toContain('live-');
    expect(emulator.current.journal.list('connectedAccounts.getConnectedAccountAuth')).toEqual([]);
  });

  it('hides an account of another customer', async () => {
    const [ours, theirs] = [await newOrganization(), await newOrganization()];
    const { accountId } = await newAccount({ organizationId: theirs });
    const limited = testPrincipal({ customers: new Set([ours]) });
    expect((await failureOf(get(accountId, ours, limited))).code).toBe('not_found');
    expect(await get(accountId, theirs)).toMatchObject({ id: accountId });
  });

  it('counts the tools that go, and says so when it cannot', async () => {
    const named = { accountId: (await newAccount(tokens)).accountId, organizationId: '' };
    const count = () => runQuery(countAccountImpact.definition, 'production', testPrincipal(), named);
    expect((await count()).tools).toBeGreaterThan(0);
    emulator.current.faults.add({ operation: 'tools.listScopedTools', status: 403 });
    expect(await count()).toEqual({ tools: null });
  });
});

describe('createConnectedAccount', () => {
  it('makes a pending one, or an active one with tokens, which the staff log does not get', async () => {
    const connector = await newConnection();
    const somebody = testPrincipal();
    const pending = await write(createConnectedAccount, filled(connector), somebody);
    expect(pending.existed).toBe(false);
    expect(await get(pending.accountId)).toMatchObject({ status: 'PENDING_AUTH' });
    const active = await write(createConnectedAccount, filled(connector, tokens), somebody);
    expect(await get(active.accountId)).toMatchObject({ status: 'ACTIVE' });
    const log = await logOf(somebody);
    expect(log.at(-1)).toMatchObject({ outcome: 'ok', targetId: active.accountId });
    expect(JSON.stringify(log)).not.toContain('live-');
  });

  it('hands in values of a connection that takes a key', async () => {
    const connector = await newConnection('API_KEY');
    const staticDetails = [{ key: 'api_key', value: 'made-up-key' }];
    const { accountId } = await newAccount({ connector, kind: 'static', staticDetails });
    expect(await get(accountId)).toMatchObject({ status: 'ACTIVE', authorizationType: 'API_KEY' });
  });

  it('tells an account that was there from a new one, without asking for its tokens', async () => {
    const one = await newAccount();
    const again = filled(one.connector, { identifier: one.identifier });
    emulator.current.journal.clear();
    expect(await write(createConnectedAccount, { ...again, ifPresent: 'use' })).toEqual({
      accountId: one.accountId,
      existed: true,
    });
    expect(emulator.current.journal.list('connectedAccounts.getConnectedAccountAuth')).toEqual([]);
    const error = await failureOf(write(createConnectedAccount, again));
    expect(error).toMatchObject({ code: 'conflict', fieldErrors: { identifier: /already/ } });
    const fresh = await write(createConnectedAccount, filled(one.connector, { ifPresent: 'use' }));
    expect(fresh.existed).toBe(false);
  });

  it.each<[string, Parameters<typeof filled>[1], string]>([
    ['no connection', { connector: ' ' }, 'connector'],
    ['no identifier', { identifier: '' }, 'identifier'],
    ['tokens without a token', { ...tokens, accessToken: '' }, 'accessToken'],
    ['a mask', { ...tokens, accessToken: '••••••••' }, 'accessToken'],
    ['values without a value', { kind: 'static' }, 'staticDetails'],
    ['settings that are no object', { apiConfig: '[1]' }, 'apiConfig'],
    ['an organization that is none', { organizationId: 'acme' }, 'organizationId'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const error = await failureOf(write(createConnectedAccount, filled('agents', change)));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({
    action: createConnectedAccount,
    emulator,
    operation: 'connectedAccounts.createConnectedAccount',
    input: async () => filled(await newConnection()),
  });
});

describe('updateConnectedAccount', () => {
  const unchanged = { ...noCredentials, organizationId: '', beforeApiConfig: '' };
  const input = async () => ({ ...unchanged, accountId: (await newAccount()).accountId, ...tokens });

  it('sends what changes and keeps the rest', async () => {
    const { accountId } = await newAccount({ apiConfig: '{"region":"eu"}' });
    const before = { beforeApiConfig: (await get(accountId)).apiConfig };
    const same = { ...unchanged, ...before, accountId, apiConfig: before.beforeApiConfig };
    expect(await write(updateConnectedAccount, same)).toEqual({ changed: [] });
    expect(await write(updateConnectedAccount, { ...same, ...tokens })).toEqual({ changed: ['credentials'] });
    expect(await get(accountId)).toMatchObject({ status: 'ACTIVE', apiConfig: before.beforeApiConfig });
    const cleared = { ...same, apiConfig: '' };
    expect(await write(updateConnectedAccount, cleared)).toEqual({ changed: ['settings'] });
    expect(await get(accountId)).toMatchObject({ status: 'ACTIVE', apiConfig: '' });
    const late = await failureOf(write(updateConnectedAccount, { ...same, apiConfig: '{"region":"us"}' }));
    expect(late).toMatchObject({ code: 'conflict', fieldErrors: { apiConfig: expect.any(String) } });
  });

  it('says what does not fit the connection', async () => {
    const one = { ...(await input()), kind: 'static' as const };
    const staticDetails = [{ key: newWord(), value: 'x' }];
    expect((await failureOf(write(updateConnectedAccount, { ...one, staticDetails }))).code).toBe('invalid');
  });

  itFailsInWords({
    action: updateConnectedAccount,
    emulator,
    operation: 'connectedAccounts.updateConnectedAccount',
    input,
  });
});

describe('disconnectConnectedAccount', () => {
  const input = async () => ({ accountId: (await newAccount(tokens)).accountId, organizationId: '' });

  it('takes the credentials and keeps the record', async () => {
    const one = await input();
    await write(disconnectConnectedAccount, one);
    expect(await get(one.accountId)).toMatchObject({ status: 'DISCONNECTED' });
  });

  itFailsInWords({
    action: disconnectConnectedAccount,
    emulator,
    operation: 'connectedAccounts.disconnectConnectedAccount',
    input,
  });
});
