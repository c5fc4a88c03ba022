import { describe, expect, it } from 'vitest';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, write } from '@/tests/setup/write';
import {
  connectResource,
  createResource,
  deleteResource,
  deleteResourceProvider,
  updateResource,
} from './actions';
import { getResource, listResources } from './queries';
import { toFields } from './schema';
import { created, settings } from './test-resources';

withTestDatabase();
const emulator = withEmulator();

const lead = testPrincipal({ role: 'lead' });
const admin = testPrincipal({ role: 'admin' });
const get = (resourceId: string) =>
  runQuery(getResource.definition, 'production', testPrincipal(), { resourceId });

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
    ['a logo without TLS', { logoUri: 'http://logo.example' }, 'logoUri'],
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

describe('the sign-in behind a resource', () => {
  const connected = async () => {
    const { resourceId } = await created();
    await write(connectResource, { resourceId }, lead);
    return { resourceId, confirmName: 'Product MCP server', reason: 'Signs in at Scalekit again.' };
  };

  it('is made once, and goes after the name was typed, for an admin', async () => {
    const input = await connected();
    const { connection } = await get(input.resourceId);
    expect(connection).toMatchObject({ status: 'DRAFT', enabled: false });
    await write(connectResource, { resourceId: input.resourceId }, lead);
    expect((await get(input.resourceId)).connection?.id).toBe(connection?.id);
    const wrong = await failureOf(write(deleteResourceProvider, { ...input, confirmName: 'P' }, admin));
    expect(wrong.fieldErrors?.confirmName).toContain('Product MCP server');
    expect((await failureOf(write(deleteResourceProvider, input, lead))).code).toBe('forbidden');
    await write(deleteResourceProvider, input, admin);
    expect(await get(input.resourceId)).toMatchObject({ connection: null, provider: '' });
  });

  itFailsInWords({
    action: connectResource,
    emulator,
    operation: 'clients.ensureResourceConnection',
    input: created,
    principal: { role: 'lead' },
  });
  itFailsInWords({
    action: deleteResourceProvider,
    emulator,
    operation: 'clients.deleteResourceProvider',
    input: connected,
    principal: { role: 'admin' },
  });
});
