import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { createMcpConfig, deleteMcpConfig, linkMcpAccount, updateMcpConfig } from './actions';
import {
  countMcpConfigImpact,
  getMcpConfig,
  listMcpAccounts,
  listMcpConfigs,
  listMcpConnectionChoices,
} from './queries';
import { versionOf } from './schema';
import { lead, newConfig, newConnection, newName } from './test-mcp-configs';

withTestDatabase();
const emulator = withEmulator();

const limited = testPrincipal({ role: 'viewer', customers: new Set() });
const get = (configId: string) =>
  runQuery(getMcpConfig.definition, 'production', testPrincipal(), { configId });
const list = (input: object, principal = testPrincipal()) =>
  runQuery(listMcpConfigs.definition, 'production', principal, input);
const creation = async () => {
  const { keyId } = await newConnection();
  return {
    name: newName(),
    description: '',
    mappings: [{ connection: keyId, tools: 'a_tool\n\na_tool\nb' }],
  };
};

describe('createMcpConfig', () => {
  it('makes one with its tools, and logs how many', async () => {
    const somebody = testPrincipal();
    const input = await creation();
    const { configId } = await write(createMcpConfig, input, somebody);
    expect(await get(configId)).toMatchObject({
      name: input.name,
      serverUrl: expect.stringContaining('/mcp/'),
      mappings: [{ connection: input.mappings[0]?.connection, provider: 'HUBSPOT', tools: ['a_tool', 'b'] }],
    });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', details: { name: input.name, connections: [{ tools: 2 }] } },
      { kind: 'outcome', outcome: 'ok', targetId: configId },
    ]);
  });

  it.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['capitals', { name: 'My Server' }, 'name'],
    ['a connection without a key', { mappings: [{ connection: '', tools: '' }] }, 'mappings.0.connection'],
    ['tools on one line', { mappings: [{ connection: 'crm', tools: 'a b' }] }, 'mappings.0.tools'],
    [
      'a connection twice',
      {
        mappings: [
          { connection: 'crm', tools: 'a' },
          { connection: 'crm', tools: 'b' },
        ],
      },
      'mappings.1.connection',
    ],
    [
      '26 connections',
      { mappings: Array.from({ length: 26 }, (_, index) => ({ connection: `c${index}`, tools: '' })) },
      'mappings',
    ],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const input = { name: newName(), description: '', mappings: [], ...change };
    const error = await failureOf(write(createMcpConfig, input));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  it('says beside the row that Scalekit knows no such connection', async () => {
    const input = { name: newName(), description: '', mappings: [{ connection: newName(), tools: '' }] };
    const error = await failureOf(write(createMcpConfig, input));
    expect(error.fieldErrors).toEqual({ 'mappings.0.connection': expect.stringMatching(/does not exist/) });
  });

  it('says beside the name that it is taken', async () => {
    const { name } = await newConfig();
    const error = await failureOf(write(createMcpConfig, { name, description: '', mappings: [] }));
    expect(error.fieldErrors).toEqual({ name: expect.stringMatching(/already used/) });
  });

  itFailsInWords({ action: createMcpConfig, emulator, operation: 'mcp.createConfig', input: creation });
});

describe('listMcpConfigs', () => {
  it('finds by text, whole name, provider and address, also for people limited to some customers', async () => {
    const { configId, name } = await newConfig();
    const { serverUrl } = await get(configId);
    for (const search of [
      { text: name.slice(0, 10) },
      { name },
      { text: name, provider: 'HUBSPOT' },
      { text: serverUrl },
    ])
      expect(await list(search, limited)).toMatchObject({ rows: [{ id: configId }], total: 1 });
    expect((await list({ text: name, provider: 'SLACK' })).rows).toEqual([]);
  });
});

describe('updateMcpConfig', () => {
  const change = async () => {
    const { configId } = await newConfig();
    const { keyId } = await newConnection();
    const seen = versionOf(await get(configId));
    return { configId, description: 'Tickets', mappings: [{ connection: keyId, tools: '' }], seen };
  };

  it('replaces the connections, and nothing that somebody else has changed meanwhile', async () => {
    const input = await change();
    await write(updateMcpConfig, input, lead);
    expect(await get(input.configId)).toMatchObject({
      description: 'Tickets',
      mappings: [{ connection: input.mappings[0]?.connection, tools: [] }],
    });
    const stale = await failureOf(write(updateMcpConfig, { ...input, description: 'Other' }, lead));
    expect(stale).toMatchObject({ code: 'conflict', message: expect.stringMatching(/open it again/) });
    expect((await failureOf(write(updateMcpConfig, input))).code).toBe('forbidden');
  });

  itFailsInWords({
    action: updateMcpConfig,
    emulator,
    operation: 'mcp.updateConfig',
    input: change,
    principal: { role: 'lead' },
  });
});

describe('deleteMcpConfig', () => {
  const input = async () => {
    const { configId, name } = await newConfig();
    return { configId, confirmName: name, reason: 'The team has moved on.' };
  };

  it('takes it away with its instances, once its name was typed, for a lead who has just signed in', async () => {
    const one = await input();
    const request = { config_name: one.confirmName, user_identifier: 'ada' };
    await scalekitClient('production').mcp.createInstance(request);
    const count = runQuery(countMcpConfigImpact.definition, 'production', testPrincipal(), one);
    expect(await count).toEqual({ instances: 1 });
    const wrong = await failureOf(write(deleteMcpConfig, { ...one, confirmName: 'other' }, lead));
    expect(wrong.fieldErrors?.confirmName).toContain(one.confirmName);
    const stale = testPrincipal({ role: 'lead', authTime: null });
    expect(await failureOf(write(deleteMcpConfig, one, stale))).toMatchObject({ stepUp: true });
    await write(deleteMcpConfig, one, lead);
    expect((await failureOf(get(one.configId))).code).toBe('not_found');
  });

  itFailsInWords({
    action: deleteMcpConfig,
    emulator,
    operation: 'mcp.deleteConfig',
    input,
    principal: { role: 'lead' },
  });
});

describe('linkMcpAccount', () => {
  const input = async () => {
    const { configId, connectionId } = await newConfig();
    return { configId, connectionId, identifier: 'ada@heronsgate.example' };
  };
  const accounts = (one: { configId: string; identifier: string }, principal = testPrincipal()) =>
    runQuery(listMcpAccounts.definition, 'production', principal, one);

  it('looks without making anything, and makes account and link when it is asked to', async () => {
    const one = await input();
    expect(await accounts(one)).toMatchObject([{ accountId: null, status: '' }]);
    const { link } = await write(linkMcpAccount, one);
    expect(link).toMatch(/^https?:/);
    const after = await accounts(one);
    expect(after).toMatchObject([{ accountId: expect.stringMatching(/^ca_/), status: 'PENDING_AUTH' }]);
    expect(JSON.stringify(after)).not.toContain(link);
    expect((await failureOf(accounts(one, limited))).code).toBe('forbidden');
  });

  it('says so when the connection has left the configuration', async () => {
    const { connectionId } = await newConnection();
    const error = await failureOf(write(linkMcpAccount, { ...(await input()), connectionId }));
    expect(error.code).toBe('not_found');
  });

  itFailsInWords({ action: linkMcpAccount, emulator, operation: 'mcp.listConnectedAccounts', input });
});

describe('listMcpConnectionChoices', () => {
  it('offers keys of app connections; a refusal is a sentence', async () => {
    await newConnection();
    const choices = () => runQuery(listMcpConnectionChoices.definition, 'production', testPrincipal(), {});
    expect(await choices()).toContainEqual({ key: expect.any(String), provider: expect.any(String) });
    emulator.current.faults.add({ operation: 'connections.listAppConnections', status: 403 });
    expect((await failureOf(choices())).code).toBe('forbidden');
  });
});
