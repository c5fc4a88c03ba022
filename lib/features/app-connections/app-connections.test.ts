import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import {
  createAppConnection,
  deleteAppConnection,
  disableAppConnection,
  enableAppConnection,
} from './actions';
import { countAppConnectionImpact, getAppConnection, listAppConnections } from './queries';
import { lead, newAppConnection, newKey, newLoginMethod } from './test-app-connections';

withTestDatabase();
const emulator = withEmulator();

const list = (input: object) => runQuery(listAppConnections.definition, 'production', testPrincipal(), input);
const get = (connectionId: string) =>
  runQuery(getAppConnection.definition, 'production', testPrincipal(), { connectionId });

describe('createAppConnection', () => {
  it('makes one that is enabled at once, and logs it', async () => {
    const somebody = testPrincipal();
    const input = { providerKey: 'HUBSPOT', type: 'OAUTH', keyId: '' } as const;
    const { connectionId } = await write(createAppConnection, input, somebody);
    expect(await get(connectionId)).toMatchObject({
      keyId: expect.stringMatching(/^hubspot-/),
      enabled: true,
      type: 'OAUTH',
      redirectUri: expect.stringContaining('/callback'),
    });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', details: { providerKey: 'HUBSPOT', type: 'OAUTH' } },
      { kind: 'outcome', outcome: 'ok', targetId: connectionId },
    ]);
  });

  it.each<[string, object, string]>([
    ['no provider', { providerKey: ' ' }, 'providerKey'],
    ['a name in place of a key', { providerKey: 'Google Mail' }, 'providerKey'],
    ['no type', { type: 'SAML' }, 'type'],
    ['delegation without a key', { type: 'GOOGLE_DWD', keyId: '' }, 'keyId'],
    ['a key that accounts cannot name', { keyId: 'crm/emea' }, 'keyId'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const input = { providerKey: 'HUBSPOT', type: 'OAUTH' as const, keyId: newKey(), ...change };
    const error = await failureOf(write(createAppConnection, input));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  it('says beside the field that a key is taken', async () => {
    const { keyId } = await newAppConnection();
    const error = await failureOf(write(createAppConnection, { providerKey: 'SLACK', type: 'OAUTH', keyId }));
    expect(error).toMatchObject({
      code: 'conflict',
      fieldErrors: { keyId: expect.stringMatching(/used once/) },
    });
  });

  itFailsInWords({
    action: createAppConnection,
    emulator,
    operation: 'connections.createEnvironmentConnection',
    input: async () => ({ providerKey: 'HUBSPOT', type: 'OAUTH' as const, keyId: newKey() }),
  });
});

describe('listAppConnections', () => {
  it('narrows by provider and by text, and is open to people limited to some customers', async () => {
    const { keyId } = await newAppConnection();
    await newAppConnection('GOOGLE_DWD');
    expect((await list({ provider: 'HUBSPOT', text: keyId })).rows).toMatchObject([{ keyId }]);
    expect((await list({ provider: 'SLACK', text: keyId })).rows).toEqual([]);
    const limited = testPrincipal({ role: 'viewer', customers: new Set() });
    const page = await runQuery(listAppConnections.definition, 'production', limited, { text: keyId });
    expect(page).toMatchObject({ rows: [{ keyId }], total: 1 });
  });
});

describe('enableAppConnection and disableAppConnection', () => {
  it('switch it, and a refusal with 200 is a refusal', async () => {
    const { connectionId } = await newAppConnection();
    await write(disableAppConnection, { connectionId });
    expect(await get(connectionId)).toMatchObject({ enabled: false });
    const error = await failureOf(write(disableAppConnection, { connectionId }));
    expect(error).toMatchObject({ code: 'conflict', message: expect.stringMatching(/already disabled/) });
    await write(enableAppConnection, { connectionId }, lead);
    expect(await get(connectionId)).toMatchObject({ enabled: true });
    const supporter = await failureOf(write(enableAppConnection, { connectionId }));
    expect(supporter.code).toBe('forbidden');
  });

  it('leave the ways of people to sign in alone', async () => {
    const { connectionId, keyId } = await newLoginMethod();
    const deletion = { connectionId, confirmName: keyId, reason: 'not needed' };
    for (const call of [
      () => write(disableAppConnection, { connectionId }),
      () => write(deleteAppConnection, deletion, lead),
    ]) {
      expect((await failureOf(call())).code).toBe('not_found');
    }
  });

  it('work in an environment that refuses the list', async () => {
    const { connectionId } = await newAppConnection();
    emulator.current.faults.add({ operation: 'connections.listAppConnections', status: 403 });
    await write(disableAppConnection, { connectionId });
    expect((await failureOf(list({}))).message).toMatch(/may be switched off for this environment/);
    expect(await get(connectionId)).toMatchObject({ enabled: false });
  });

  itFailsInWords({
    action: disableAppConnection,
    emulator,
    operation: 'connections.disableEnvironmentConnection',
    input: newAppConnection,
  });
  itFailsInWords({
    action: enableAppConnection,
    emulator,
    operation: 'connections.enableEnvironmentConnection',
    input: newAppConnection,
    principal: { role: 'lead' },
  });
});

describe('deleteAppConnection', () => {
  const input = async () => {
    const { connectionId, keyId } = await newAppConnection();
    return { connectionId, confirmName: keyId, reason: 'The provider closed down.' };
  };

  it('takes it away once its key was typed, for a lead who has just signed in', async () => {
    const one = await input();
    const wrong = await failureOf(write(deleteAppConnection, { ...one, confirmName: 'hubspot' }, lead));
    expect(wrong.fieldErrors?.confirmName).toContain(one.confirmName);
    const stale = testPrincipal({ role: 'lead', authTime: null });
    expect(await failureOf(write(deleteAppConnection, one, stale))).toMatchObject({ stepUp: true });
    expect((await failureOf(write(deleteAppConnection, one))).code).toBe('forbidden');
    await write(deleteAppConnection, one, lead);
    expect((await failureOf(get(one.connectionId))).code).toBe('not_found');
  });

  itFailsInWords({
    action: deleteAppConnection,
    emulator,
    operation: 'connections.deleteEnvironmentConnection',
    input,
    principal: { role: 'lead' },
  });
});

describe('countAppConnectionImpact', () => {
  it('counts accounts and names configurations; what is refused is null', async () => {
    const { connectionId, keyId } = await newAppConnection();
    const { connectedAccounts, mcp } = scalekitClient('production');
    await connectedAccounts.createConnectedAccount({
      connector: keyId,
      identifier: 'ada',
      connectedAccount: {},
    });
    const mapping = { connection_name: keyId, tools: [] };
    await mcp.createConfig({ config: { name: keyId, connection_tool_mappings: [mapping] } });
    const count = () =>
      runQuery(countAppConnectionImpact.definition, 'production', testPrincipal(), { connectionId });
    expect(await count()).toEqual({ accounts: 1, configs: [keyId] });
    emulator.current.faults.add({ operation: 'mcp.listConfigs', status: 501 });
    expect(await count()).toEqual({ accounts: 1, configs: null });
    const limited = testPrincipal({ customers: new Set(['org_1']) });
    const refused = runQuery(countAppConnectionImpact.definition, 'production', limited, { connectionId });
    expect((await failureOf(refused)).code).toBe('forbidden');
  });
});
