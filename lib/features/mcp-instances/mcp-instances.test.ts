import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { createMcpInstance, deleteMcpInstance, linkMcpInstance, updateMcpInstance } from './actions';
import { getMcpInstance, getMcpInstanceState, listMcpInstances } from './queries';

withTestDatabase();
const emulator = withEmulator();

const limited = testPrincipal({ customers: new Set(['org_1']) });
const get = (instanceId: string) =>
  runQuery(getMcpInstance.definition, 'production', testPrincipal(), { instanceId });
const state = (instanceId: string) =>
  runQuery(getMcpInstanceState.definition, 'production', testPrincipal(), { instanceId });

async function newConfig() {
  // A 429 of the test before has halved what this one may spend.
  await db().apiBudget.deleteMany();
  const { connections, mcp } = scalekitClient('production');
  const name = `agents-${randomUUID().slice(0, 8)}`;
  const { connection } = await connections.createEnvironmentConnection({
    connection: { providerKey: 'HUBSPOT', type: connectionsPb.ConnectionType.OAUTH, keyId: name },
    flags: { isApp: true },
  });
  await mcp.createConfig({ config: { name, connection_tool_mappings: [{ connection_name: name }] } });
  return { configName: name, connectionId: connection?.id ?? '' };
}

const creation = async () => ({ configName: (await newConfig()).configName, person: 'ada', name: '' });

async function newInstance() {
  const { configName, connectionId } = await newConfig();
  const { instanceId } = await write(createMcpInstance, { configName, person: 'ada', name: 'Ada’s agent' });
  return { instanceId, configName, connectionId };
}

describe('createMcpInstance', () => {
  it('makes one for a person, and answers with it when there is one', async () => {
    const somebody = testPrincipal();
    const input = await creation();
    const { instanceId } = await write(createMcpInstance, input, somebody);
    expect(await write(createMcpInstance, input)).toEqual({ instanceId });
    expect(await get(instanceId)).toMatchObject({
      person: 'ada',
      config: { name: input.configName },
      url: expect.stringContaining(instanceId),
    });
    expect((await logOf(somebody)).at(-1)).toMatchObject({ outcome: 'ok', targetId: instanceId });
  });

  it.each([
    ['nobody', { person: ' ' }, 'person'],
    ['no configuration', { configName: '' }, 'configName'],
    ['what is no name of one', { configName: 'My Server' }, 'configName'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const input = { configName: 'triage', person: 'ada', name: '', ...change };
    const error = await failureOf(write(createMcpInstance, input));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({ action: createMcpInstance, emulator, operation: 'mcp.createInstance', input: creation });
});

describe('listMcpInstances', () => {
  it('narrows by configuration, person and text, for those who see all customers', async () => {
    const { instanceId, configName } = await newInstance();
    const list = (input: object, principal = testPrincipal()) =>
      runQuery(listMcpInstances.definition, 'production', principal, { config: configName, ...input });
    for (const search of [{}, { person: 'ada' }, { text: 'agent' }])
      expect(await list(search)).toMatchObject({ rows: [{ id: instanceId }], total: 1 });
    expect((await list({ person: 'grace' })).rows).toEqual([]);
    expect((await failureOf(list({}, limited))).code).toBe('forbidden');
  });
});

describe('updateMcpInstance', () => {
  const change = async () => {
    const { instanceId } = await newInstance();
    return { instanceId, name: 'Renamed', configName: (await newConfig()).configName };
  };

  it('renames it and moves it to another configuration', async () => {
    const input = await change();
    await write(updateMcpInstance, input);
    expect(await get(input.instanceId)).toMatchObject({
      name: 'Renamed',
      config: { name: input.configName },
    });
    const error = await failureOf(write(updateMcpInstance, { ...input, name: '' }));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['name']);
  });

  itFailsInWords({ action: updateMcpInstance, emulator, operation: 'mcp.updateInstance', input: change });
});

describe('linkMcpInstance', () => {
  it('makes account and link when it is asked to; looking makes neither', async () => {
    const one = await newInstance();
    expect(await state(one.instanceId)).toMatchObject([{ accountId: null }]);
    const { link } = await write(linkMcpInstance, one);
    expect(link).toMatch(/^https?:/);
    expect(await state(one.instanceId)).toMatchObject([{ status: 'PENDING_AUTH' }]);
  });

  itFailsInWords({
    action: linkMcpInstance,
    emulator,
    operation: 'mcp.getInstanceAuthState',
    input: newInstance,
  });
});

describe('deleteMcpInstance', () => {
  const input = async () => ({ ...(await newInstance()), confirmName: 'Ada’s agent' });

  it('takes it away once its name was typed', async () => {
    const one = await input();
    const wrong = await failureOf(write(deleteMcpInstance, { ...one, confirmName: 'Ada' }));
    expect(wrong.fieldErrors?.confirmName).toContain('Ada’s agent');
    await write(deleteMcpInstance, one);
    expect((await failureOf(get(one.instanceId))).code).toBe('not_found');
  });

  itFailsInWords({ action: deleteMcpInstance, emulator, operation: 'mcp.deleteInstance', input });
});
