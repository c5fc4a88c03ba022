import { describe, expect, it } from 'vitest';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { createResourceClient, deleteResourceClient, revokeConsent, updateResourceClient } from './actions';
import { listConsents, listResourceClients } from './queries';
import { toClientFields } from './schema';
import { clientInput, withClient } from './test-resources';

withTestDatabase();
const emulator = withEmulator();

async function withConsent() {
  const { resourceId, clientId } = await withClient();
  const consent = {
    id: `usrcnst_${Date.now()}${Math.floor(Math.random() * 1000)}`,
    createdAt: Date.now(),
    resourceId,
    clientId,
    externalUserId: 'ada',
    scopes: ['projects:read'],
  };
  emulator.current.store.consents.put(consent);
  return { clientId, consentId: consent.id, resourceId };
}

describe('clients of a resource', () => {
  const list = (resourceId: string) =>
    runQuery(listResourceClients.definition, 'production', testPrincipal(), { resourceId });

  it('answer their secret once, and go', async () => {
    const somebody = testPrincipal();
    const input = await clientInput();
    const { clientId, value } = await write(createResourceClient, input, somebody);
    const rows = await list(input.resourceId);
    expect(rows).toMatchObject([{ id: clientId, name: 'Planning agent', isDynamic: false }]);
    expect(JSON.stringify([rows, await logOf(somebody)])).not.toContain(value);
    await write(deleteResourceClient, { resourceId: input.resourceId, clientId });
    expect(await list(input.resourceId)).toEqual([]);
  });

  it('want a name and whole addresses', async () => {
    const input = { ...(await clientInput()), name: '', redirectUris: 'javascript:alert(1)' };
    const error = await failureOf(write(createResourceClient, input));
    expect(Object.keys(error.fieldErrors ?? {}).sort()).toEqual(['name', 'redirectUris']);
  });

  itFailsInWords({
    action: createResourceClient,
    emulator,
    operation: 'clients.createResourceClient',
    input: clientInput,
  });
  itFailsInWords({
    action: deleteResourceClient,
    emulator,
    operation: 'clients.deleteResourceClient',
    input: withClient,
  });
});

describe('updateResourceClient', () => {
  const change = async () => {
    const one = await withClient();
    const [client] = await runQuery(listResourceClients.definition, 'production', testPrincipal(), one);
    const before = toClientFields(client as NonNullable<typeof client>);
    return { ...one, before, ...before, name: 'Planner', redirectUris: '' };
  };

  it('sends what changed, empties a list, and goes over nobody else’s change', async () => {
    const input = await change();
    expect(await write(updateResourceClient, input)).toEqual({ changed: ['name', 'redirectUris'] });
    const list = runQuery(listResourceClients.definition, 'production', testPrincipal(), input);
    expect(await list).toMatchObject([{ name: 'Planner', redirectUris: [], scopes: ['projects:read'] }]);
    expect(await write(updateResourceClient, { ...input, ...input.before })).toEqual({ changed: [] });
    const stale = await failureOf(write(updateResourceClient, { ...input, name: 'Other' }));
    expect(stale.code).toBe('conflict');
  });

  it('keeps audience, life and claims of its tokens', async () => {
    const input = { ...(await change()), audience: 'https://api.example', expiry: '600' };
    await write(updateResourceClient, { ...input, customClaims: [{ key: 'tier', value: 'gold' }] });
    const list = runQuery(listResourceClients.definition, 'production', testPrincipal(), input);
    expect(await list).toMatchObject([
      { audience: ['https://api.example'], expiry: 600, customClaims: [{ key: 'tier', value: 'gold' }] },
    ]);
  });

  it('wants whole addresses, beside the field', async () => {
    const error = await failureOf(
      write(updateResourceClient, { ...(await change()), redirectUris: 'callback', expiry: '5' }),
    );
    expect(Object.keys(error.fieldErrors ?? {}).sort()).toEqual(['expiry', 'redirectUris']);
  });

  itFailsInWords({
    action: updateResourceClient,
    emulator,
    operation: 'clients.updateResourceClient',
    input: change,
  });
});

describe('revokeConsent', () => {
  it('takes back what a person let a client do; consents are for those who see all customers', async () => {
    const { resourceId, ...one } = await withConsent();
    const list = (principal = testPrincipal()) =>
      runQuery(listConsents.definition, 'production', principal, { resourceId, text: 'ada' });
    expect((await list()).rows).toMatchObject([{ id: one.consentId, person: 'ada' }]);
    await write(revokeConsent, one);
    expect((await list()).rows).toEqual([]);
    expect((await failureOf(write(revokeConsent, one))).code).toBe('not_found');
    expect((await failureOf(list(testPrincipal({ customers: new Set(['org_1']) })))).code).toBe('forbidden');
  });

  itFailsInWords({
    action: revokeConsent,
    emulator,
    operation: 'clients.revokeUserConsent',
    input: withConsent,
  });
});
