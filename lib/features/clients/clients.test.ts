import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { findEnvironment } from '@/lib/env';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import {
  activateClientSecret,
  addClientSecret,
  createClient,
  deactivateClientSecret,
  deleteClient,
  removeClientSecret,
  updateClient,
} from './actions';
import { getClient, listClients } from './queries';
import { toFields } from './schema';

withTestDatabase();
const emulator = withEmulator();

const lead = testPrincipal({ role: 'lead' });
const admin = testPrincipal({ role: 'admin' });
const get = (clientId: string) => runQuery(getClient.definition, 'production', testPrincipal(), { clientId });

const settings = {
  type: 'WEB_APP' as const,
  name: 'Customer portal',
  postLoginUris: 'https://portal.product.example/callback\nhttp://localhost:3000/callback',
  postLogoutRedirectUris: 'https://portal.product.example/bye',
  backChannelLogoutUris: '',
  initiateLoginUri: '',
  accessTokenExpiry: '',
  scopes: '',
  customClaims: [],
  enforcePkce: true,
  disallowScalekitApiAccess: true,
};

async function created() {
  // A 429 of the test before has halved what this one may spend.
  await db().apiBudget.deleteMany();
  const { clientId, secret } = await write(createClient, settings, lead);
  return { clientId, secretId: secret?.id ?? '', value: secret?.value ?? '' };
}

async function rotating() {
  const { clientId, secretId } = await created();
  await write(addClientSecret, { clientId }, lead);
  return { clientId, secretId };
}

async function ours() {
  const clientId = findEnvironment('production')?.clientId ?? '';
  const secretId = (await get(clientId)).secrets[0]?.id ?? '';
  return { clientId, secretId };
}

describe('createClient', () => {
  it('answers the first secret once, and keeps it nowhere', async () => {
    const somebody = testPrincipal({ role: 'lead' });
    const { clientId, secret } = await write(createClient, settings, somebody);
    const client = await get(clientId);
    expect(client).toMatchObject({
      name: 'Customer portal',
      type: 'WEB_APP',
      isOurs: false,
      enforcePkce: true,
    });
    expect(client.postLoginUris).toHaveLength(2);
    expect(client.secrets).toMatchObject([{ suffix: secret?.value.slice(-4), isActive: true }]);
    const kept = JSON.stringify([client, await logOf(somebody)]);
    expect(kept).not.toContain(secret?.value);
  });

  it('makes an application for devices without a secret', async () => {
    const input = { ...settings, type: 'NTV' as const, postLoginUris: 'com.product.app://callback' };
    expect(await write(createClient, input, lead)).toMatchObject({ secret: null });
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['a half address', { postLoginUris: 'portal/callback' }, 'postLoginUris'],
    ['a script', { postLoginUris: 'javascript:alert(1)' }, 'postLoginUris'],
    [
      'a fragment',
      { postLogoutRedirectUris: 'https://portal.product.example/#bye' },
      'postLogoutRedirectUris',
    ],
    ['a back channel into an app', { backChannelLogoutUris: 'com.product.app://x' }, 'backChannelLogoutUris'],
    ['a life of a second', { accessTokenExpiry: '1' }, 'accessTokenExpiry'],
    ['the type of the environment’s own', { type: 'ENV' as never }, 'type'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const error = await failureOf(write(createClient, { ...settings, ...change }, lead));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({
    action: createClient,
    emulator,
    operation: 'clients.createClient',
    input: async () => settings,
    principal: { role: 'lead' },
  });
});

describe('listClients', () => {
  it('narrows by type; a refusal is a sentence', async () => {
    await created();
    const list = (input: object) => runQuery(listClients.definition, 'production', testPrincipal(), input);
    const { rows } = await list({ type: 'ENV' });
    expect(rows).toMatchObject([{ type: 'ENV', isOurs: true }]);
    expect((await list({})).rows.length).toBeGreaterThan(1);
    emulator.current.faults.add({ operation: 'clients.listClient', status: 403 });
    expect((await failureOf(list({}))).message).toMatch(/may be switched off for this environment/);
  });
});

describe('updateClient', () => {
  const change = async () => {
    const { clientId } = await created();
    const before = toFields(await get(clientId));
    return { ...before, clientId, before, name: 'Portal', postLogoutRedirectUris: '' };
  };

  it('sends what changed, empties lists, and goes over nobody else’s change', async () => {
    const input = await change();
    expect(await write(updateClient, input, lead)).toEqual({ changed: ['name', 'postLogoutRedirectUris'] });
    const client = await get(input.clientId);
    expect(client).toMatchObject({ name: 'Portal', postLogoutRedirectUris: [], enforcePkce: true });
    expect(client.postLoginUris).toHaveLength(2);
    const stale = await failureOf(write(updateClient, { ...input, name: 'Other' }, lead));
    expect(stale).toMatchObject({ code: 'conflict', message: expect.stringMatching(/open it again/) });
  });

  itFailsInWords({
    action: updateClient,
    emulator,
    operation: 'clients.updateClient',
    input: change,
    principal: { role: 'lead' },
  });
});

describe('secrets', () => {
  it('overlap while they are rotated, go off and on, and the last one stays', async () => {
    const { clientId, secretId, value } = await created();
    const fresh = await write(addClientSecret, { clientId }, lead);
    expect(fresh.value).not.toBe(value);
    const states = async () => (await get(clientId)).secrets.map(({ isActive }) => isActive);
    await write(deactivateClientSecret, { clientId, secretId }, lead);
    expect(await states()).toEqual([false, true]);
    await write(activateClientSecret, { clientId, secretId }, lead);
    expect(await states()).toEqual([true, true]);
    await write(removeClientSecret, { clientId, secretId }, lead);
    const last = await failureOf(write(removeClientSecret, { clientId, secretId: fresh.secretId }, lead));
    expect(last.code).toBe('conflict');
  });

  it('that Keydesk calls with are not ended', async () => {
    const one = await ours();
    for (const call of [
      () => write(removeClientSecret, one, lead),
      () => write(deactivateClientSecret, one, lead),
    ]) {
      expect(await failureOf(call())).toMatchObject({ message: expect.stringMatching(/Keydesk itself/) });
    }
  });

  itFailsInWords({
    action: addClientSecret,
    emulator,
    operation: 'clients.createClientSecret',
    input: created,
    principal: { role: 'lead' },
  });
  itFailsInWords({
    action: deactivateClientSecret,
    emulator,
    operation: 'clients.updateClientSecret',
    input: rotating,
    principal: { role: 'lead' },
  });
  itFailsInWords({
    action: activateClientSecret,
    emulator,
    operation: 'clients.updateClientSecret',
    input: rotating,
    principal: { role: 'lead' },
  });
  itFailsInWords({
    action: removeClientSecret,
    emulator,
    operation: 'clients.deleteClientSecret',
    input: rotating,
    principal: { role: 'lead' },
  });
});

describe('deleteClient', () => {
  const input = async () => ({
    clientId: (await created()).clientId,
    confirmName: 'Customer portal',
    reason: 'The portal closed.',
  });

  it('takes it away once its name was typed, for an admin; never the one that Keydesk calls with', async () => {
    const one = await input();
    const wrong = await failureOf(write(deleteClient, { ...one, confirmName: 'Portal' }, admin));
    expect(wrong.fieldErrors?.confirmName).toContain('Customer portal');
    expect((await failureOf(write(deleteClient, one, lead))).code).toBe('forbidden');
    await write(deleteClient, one, admin);
    expect((await failureOf(get(one.clientId))).code).toBe('not_found');
    const { clientId } = await ours();
    const refused = await failureOf(write(deleteClient, { ...one, clientId }, admin));
    expect(refused).toMatchObject({ code: 'conflict', message: expect.stringMatching(/Keydesk itself/) });
  });

  itFailsInWords({
    action: deleteClient,
    emulator,
    operation: 'clients.deleteClient',
    input,
    principal: { role: 'admin' },
  });
});
