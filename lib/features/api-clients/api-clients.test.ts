import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import {
  addApiClientSecret,
  createApiClient,
  deleteApiClient,
  removeApiClientSecret,
  tryApiClient,
  updateApiClient,
} from './actions';
import { getApiClient, listApiClients } from './queries';

withTestDatabase();
const emulator = withEmulator();

const settings = (organizationId: string) => ({
  organizationId,
  name: 'Deploys',
  description: 'Ships every night',
  scopes: 'orders:read\norders:write\norders:read',
  audience: 'https://api.example',
  expirySeconds: '600',
  customClaims: [{ key: 'team', value: 'platform' }],
});

async function created() {
  const organizationId = await newOrganization();
  const { clientId, secretId, value } = await write(createApiClient, settings(organizationId));
  return { organizationId, clientId, secretId, value };
}

async function rotating() {
  const { value: _, ...client } = await created();
  await write(addApiClientSecret, client);
  return client;
}

const read = (one: { organizationId: string; clientId: string }) =>
  runQuery(getApiClient.definition, 'production', testPrincipal(), one);

describe('createApiClient', () => {
  it('makes a client, answers its secret once, and logs neither', async () => {
    const somebody = testPrincipal();
    const organizationId = await newOrganization();
    const { clientId, value } = await write(createApiClient, settings(organizationId), somebody);
    expect(value).toMatch(/^test_/);
    const client = await read({ organizationId, clientId });
    expect(client).toMatchObject({
      name: 'Deploys',
      scopes: ['orders:read', 'orders:write'],
      expirySeconds: 600,
    });
    expect(client.secrets).toMatchObject([{ suffix: value.slice(-4), isActive: true }]);
    expect(JSON.stringify(client)).not.toContain(value);
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', details: { name: 'Deploys', claims: ['team'] } },
      { kind: 'outcome', outcome: 'ok', targetId: clientId },
    ]);
    const rows = JSON.stringify(await db().staffLog.findMany(), (_key, one) =>
      typeof one === 'bigint' ? `${one}` : one,
    );
    expect(rows).not.toContain(value);
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['a name of 129 characters', { name: 'x'.repeat(129) }, 'name'],
    ['a description of 513', { description: 'x'.repeat(513) }, 'description'],
    ['scopes on one line', { scopes: 'orders:read orders:write' }, 'scopes'],
    ['101 scopes', { scopes: Array.from({ length: 101 }, (_, index) => `s${index}`).join('\n') }, 'scopes'],
    ['a life of a word', { expirySeconds: 'long' }, 'expirySeconds'],
    ['a life of a second', { expirySeconds: '1' }, 'expirySeconds'],
    ['a claim without a value', { customClaims: [{ key: 'team', value: '' }] }, 'customClaims.0.value'],
  ])('refuses %s beside the field', async (_name, part, field) => {
    const error = await failureOf(write(createApiClient, { ...settings(await newOrganization()), ...part }));
    expect(Object.keys(error.fieldErrors ?? {})).toContain(field);
  });

  itFailsInWords({
    action: createApiClient,
    emulator,
    operation: 'clients.createOrganizationClient',
    input: async () => settings(await newOrganization()),
  });
});

describe('updateApiClient', () => {
  const change = async () => {
    const { organizationId, clientId } = await created();
    return { ...settings(organizationId), clientId, name: 'Renamed', scopes: 'orders:read' };
  };

  it('changes what is sent', async () => {
    const input = await change();
    await write(updateApiClient, input);
    expect(await read(input)).toMatchObject({ name: 'Renamed', scopes: ['orders:read'] });
  });

  itFailsInWords({
    action: updateApiClient,
    emulator,
    operation: 'clients.updateOrganizationClient',
    input: change,
  });
});

describe('secrets', () => {
  it('overlap while they are rotated, and the last one stays', async () => {
    const { value, secretId, ...client } = await created();
    const fresh = await write(addApiClientSecret, client);
    expect((await read(client)).secrets).toHaveLength(2);
    for (const secret of [value, fresh.value]) {
      expect(await write(tryApiClient, { ...client, secret })).toMatchObject({
        expiresInSeconds: 600,
        scopes: ['orders:read', 'orders:write'],
        audience: ['https://api.example'],
        claims: [{ key: 'team', value: 'platform' }],
      });
    }
    await write(removeApiClientSecret, { ...client, secretId });
    const refused = await failureOf(write(tryApiClient, { ...client, secret: value }));
    expect(refused.fieldErrors?.secret).toMatch(/refused this secret/);
    const last = await failureOf(write(removeApiClientSecret, { ...client, secretId: fresh.secretId }));
    expect(last.code).toBe('conflict');
  });

  it('are not for a viewer to try', async () => {
    const { value, organizationId, clientId } = await created();
    const viewer = testPrincipal({ role: 'viewer' });
    const error = await failureOf(write(tryApiClient, { organizationId, clientId, secret: value }, viewer));
    expect(error.code).toBe('forbidden');
  });

  it('try clients of the organization alone', async () => {
    const { value, clientId } = await created();
    const organizationId = await newOrganization();
    const error = await failureOf(write(tryApiClient, { organizationId, clientId, secret: value }));
    expect(error.code).toBe('not_found');
  });

  itFailsInWords({
    action: addApiClientSecret,
    emulator,
    operation: 'clients.createOrganizationClientSecret',
    input: created,
  });
  itFailsInWords({
    action: removeApiClientSecret,
    emulator,
    operation: 'clients.deleteOrganizationClientSecret',
    input: rotating,
  });
});

describe('deleteApiClient', () => {
  const input = async () => ({ ...(await created()), confirmName: 'Deploys' });

  it('takes the client and its secrets away', async () => {
    const client = await input();
    await write(deleteApiClient, client);
    const { rows } = await runQuery(listApiClients.definition, 'production', testPrincipal(), client);
    expect(rows).toEqual([]);
    expect((await failureOf(write(tryApiClient, { ...client, secret: client.value }))).code).toBe(
      'not_found',
    );
  });

  itFailsInWords({ action: deleteApiClient, emulator, operation: 'clients.deleteOrganizationClient', input });
});
