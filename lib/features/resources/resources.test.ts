import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import {
  createResource,
  createResourceClient,
  deleteResource,
  deleteResourceClient,
  revokeConsent,
  updateResource,
} from './actions';
import { getResource, listConsents, listResourceClients, listResources } from './queries';
import { toFields } from './schema';

withTestDatabase();
const emulator = withEmulator();

const lead = testPrincipal({ role: 'lead' });
const admin = testPrincipal({ role: 'admin' });
const get = (resourceId: string) =>
  runQuery(getResource.definition, 'production', testPrincipal(), { resourceId });

const settings = {
  type: 'MCP_SERVER' as const,
  name: 'Product MCP server',
  description: 'Projects',
  resourceUri: 'https://mcp.product.example',
  scopes: 'projects:read\nprojects:write',
  accessTokenExpiry: '',
  refreshTokenExpiry: '',
  disableDynamicClientRegistration: true,
  intersectScopesUserPermission: false,
  enableCimd: false,
};

async function created() {
  // A 429 of the test before has halved what this one may spend.
  await db().apiBudget.deleteMany();
  return write(createResource, settings, lead);
}

const clientInput = async () => ({
  ...(await created()),
  name: 'Planning agent',
  description: '',
  scopes: 'projects:read',
  redirectUris: 'http://localhost:33418/callback',
});

async function withClient() {
  const input = await clientInput();
  const { clientId } = await write(createResourceClient, input);
  return { resourceId: input.resourceId, clientId };
}

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

describe('createResource', () => {
  it('makes one, and lists it by its type', async () => {
    const { resourceId } = await created();
    expect(await get(resourceId)).toMatchObject({
      name: 'Product MCP server',
      type: 'MCP_SERVER',
      scopes: ['projects:read', 'projects:write'],
      disableDynamicClientRegistration: true,
    });
    const list = (type: string) =>
      runQuery(listResources.definition, 'production', testPrincipal(), { type });
    expect((await list('MCP_SERVER')).rows.map(({ id }) => id)).toContain(resourceId);
    expect((await list('WEB')).rows.map(({ id }) => id)).not.toContain(resourceId);
    emulator.current.faults.add({ operation: 'clients.listResources', status: 403 });
    expect((await failureOf(list('WEB'))).message).toMatch(/may be switched off for this environment/);
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['a half address', { resourceUri: 'mcp.product' }, 'resourceUri'],
    ['scopes on one line', { scopes: 'a b' }, 'scopes'],
    ['a life of a second', { accessTokenExpiry: '1' }, 'accessTokenExpiry'],
    ['what it cannot be', { type: 'TOASTER' as never }, 'type'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const error = await failureOf(write(createResource, { ...settings, ...change }, lead));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({
    action: createResource,
    emulator,
    operation: 'clients.createResource',
    input: async () => settings,
    principal: { role: 'lead' },
  });
});

describe('updateResource', () => {
  const change = async () => {
    const { resourceId } = await created();
    const before = toFields(await get(resourceId));
    return { ...before, resourceId, before, name: 'Projects', disableDynamicClientRegistration: false };
  };

  it('sends what changed, and goes over nobody else’s change', async () => {
    const input = await change();
    const { changed } = await write(updateResource, input, lead);
    expect(changed).toEqual(['name', 'disableDynamicClientRegistration']);
    expect(await get(input.resourceId)).toMatchObject({
      name: 'Projects',
      description: 'Projects',
      disableDynamicClientRegistration: false,
    });
    const stale = await failureOf(write(updateResource, { ...input, name: 'Other' }, lead));
    expect(stale.code).toBe('conflict');
  });

  itFailsInWords({
    action: updateResource,
    emulator,
    operation: 'clients.updateResource',
    input: change,
    principal: { role: 'lead' },
  });
});

describe('deleteResource', () => {
  const input = async () => ({
    ...(await created()),
    confirmName: 'Product MCP server',
    reason: 'The product ends.',
  });

  it('takes it away once its name was typed, for an admin', async () => {
    const one = await input();
    const wrong = await failureOf(write(deleteResource, { ...one, confirmName: 'Product' }, admin));
    expect(wrong.fieldErrors?.confirmName).toContain('Product MCP server');
    expect((await failureOf(write(deleteResource, one, lead))).code).toBe('forbidden');
    await write(deleteResource, one, admin);
    expect((await failureOf(get(one.resourceId))).code).toBe('not_found');
  });

  itFailsInWords({
    action: deleteResource,
    emulator,
    operation: 'clients.deleteResource',
    input,
    principal: { role: 'admin' },
  });
});

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
