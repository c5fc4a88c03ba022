import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { createProvider, deleteProvider, updateProvider } from './actions';
import { countProviderImpact, listProviderChoices, listProviders } from './queries';
import { detailOf, keyField, lead, newProvider, providerFields, stored, updateInput } from './test-providers';

withTestDatabase();
const emulator = withEmulator();

const list = (input: object) => runQuery(listProviders.definition, 'production', testPrincipal(), input);

describe('createProvider', () => {
  it('sends the pattern as it is documented, and logs it', async () => {
    const somebody = testPrincipal();
    const { identifier } = await write(createProvider, providerFields(), somebody);
    expect(await stored(identifier)).toMatchObject({
      display_name: 'Ledgerline Billing',
      proxy_enabled: true,
      is_custom_mcp: false,
      metadata: { team: 'finance' },
      auth_patterns: [
        {
          type: 'API_KEY',
          display_name: 'API key',
          is_mcp: false,
          fields: [
            {
              field_name: 'api_key',
              label: 'API key',
              hint: 'Settings, API',
              input_type: 'password',
              required: true,
            },
          ],
          auth_header_key_override: 'x-api-key',
          auth_field_mutations: { api_key: { prefix: 'Key ' } },
        },
      ],
    });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', details: { displayName: 'Ledgerline Billing', type: 'API_KEY' } },
      { kind: 'outcome', outcome: 'ok', targetId: identifier },
    ]);
  });

  it('makes an MCP server of a pattern with the flag, without addresses', async () => {
    const mcp = { type: 'OAUTH' as const, isMcp: true, authorizeUri: 'https://x.example/a', fields: [] };
    const provider = await stored(await newProvider({ displayName: 'Ledgerline MCP', ...mcp }));
    expect(provider).toMatchObject({
      is_custom_mcp: true,
      auth_patterns: [{ type: 'OAUTH', is_mcp: true, oauth_config: { pkce_enabled: true } }],
    });
    expect(JSON.stringify(provider)).not.toContain('x.example');
    expect(JSON.stringify(provider)).not.toContain('x-api-key');
  });

  it.each<[string, Parameters<typeof providerFields>[0], string]>([
    ['no name', { displayName: '' }, 'displayName'],
    ['a name with signs', { displayName: 'Ledgerline!' }, 'displayName'],
    ['a name of spaces', { displayName: '  ' }, 'displayName'],
    ['a proxy over http', { proxyUrl: 'http://x.example' }, 'proxyUrl'],
    ['no proxy address', { proxyUrl: '' }, 'proxyUrl'],
    ['an icon over http', { iconSrc: 'http://x.example/a.svg' }, 'iconSrc'],
    ['a field without a label', { fields: [{ ...keyField, label: '' }] }, 'fields.0.label'],
    ['a key with a dash', { fields: [{ ...keyField, fieldName: 'api-key' }] }, 'fields.0.fieldName'],
    ['a key twice', { fields: [keyField, keyField] }, 'fields.1.fieldName'],
    ['a header with a space', { headerName: 'x api key' }, 'headerName'],
    ['a short metadata key', { metadata: [{ key: 'ab', value: 'x' }] }, 'metadata.0.key'],
  ])('refuses %s beside the field', async (_name, change, field) => {
    const error = await failureOf(write(createProvider, providerFields(change)));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  it('wants the addresses of OAuth, unless it is an MCP server', async () => {
    const error = await failureOf(write(createProvider, providerFields({ type: 'OAUTH', fields: [] })));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['authorizeUri', 'tokenUri']);
  });

  itFailsInWords({
    action: createProvider,
    emulator,
    operation: 'customProviders.create',
    input: async () => providerFields(),
  });
});

describe('updateProvider', () => {
  it('replaces the pattern, keeps what the form does not know, and sends further patterns along', async () => {
    const identifier = await newProvider();
    const { auth_patterns: patterns, display_name, proxy_url } = await stored(identifier);
    const odd = {
      ...patterns[0],
      type: 'API_KEY',
      docs_url: 'https://docs.example',
      fields: [{ field_name: 'api_key', rank: 7 }],
    };
    const further = { type: 'BASIC', display_name: 'Password' };
    const provider = { display_name, proxy_url, auth_patterns: [odd, further] };
    await scalekitClient('production').customProviders.update({ identifier, provider });
    expect(await detailOf(identifier)).toMatchObject({ furtherPatterns: 1, authTypes: ['API_KEY', 'BASIC'] });
    const change = {
      fields: [keyField, { ...keyField, fieldName: 'region', isSecret: false }],
      headerName: '',
    };
    await write(updateProvider, await updateInput(identifier, change), lead);
    const saved = await stored(identifier);
    expect(saved.auth_patterns).toMatchObject([
      {
        docs_url: 'https://docs.example',
        fields: [
          { field_name: 'api_key', label: 'API key', rank: 7 },
          { field_name: 'region', input_type: 'text' },
        ],
      },
      further,
    ]);
    expect(saved.auth_patterns[0]).not.toHaveProperty('auth_header_key_override');
  });

  it('drops what another type does not have', async () => {
    const oauth = { authorizeUri: 'https://x.example/a', tokenUri: 'https://x.example/t' };
    const scopes = [{ scope: 'read', displayName: 'Read', description: '', isRequired: true }];
    const identifier = await newProvider({ type: 'OAUTH', fields: [], ...oauth, scopes });
    expect((await detailOf(identifier)).fields).toMatchObject({ ...oauth, scopes, headerName: '' });
    const bearer = { type: 'BEARER' as const, fields: [{ ...keyField, fieldName: 'token' }] };
    await write(updateProvider, await updateInput(identifier, bearer), lead);
    expect((await stored(identifier)).auth_patterns[0]).not.toHaveProperty('oauth_config');
  });

  it('stops where somebody else changed it meanwhile', async () => {
    const identifier = await newProvider();
    const mine = await updateInput(identifier, { description: 'Mine' });
    await write(updateProvider, await updateInput(identifier, { description: 'Theirs' }), lead);
    const error = await failureOf(write(updateProvider, mine, lead));
    expect(error).toMatchObject({ code: 'conflict', message: expect.stringMatching(/Somebody else/) });
    expect((await stored(identifier)).description).toBe('Theirs');
  });

  it('is for leads, and not for what comes with Scalekit', async () => {
    const input = await updateInput(await newProvider());
    expect((await failureOf(write(updateProvider, input))).code).toBe('forbidden');
    const builtIn = await failureOf(write(updateProvider, { ...input, identifier: 'GMAIL' }, lead));
    expect(builtIn).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/comes with Scalekit/),
    });
  });

  itFailsInWords({
    action: updateProvider,
    emulator,
    operation: 'customProviders.update',
    input: async () => updateInput(await newProvider(), { description: 'New' }),
    principal: { role: 'lead' },
  });
});

describe('deleteProvider', () => {
  const input = async () => ({ identifier: await newProvider(), confirmName: 'Ledgerline Billing' });

  it('takes it away once its name was typed, for a lead who has just signed in', async () => {
    const one = await input();
    const wrong = await failureOf(write(deleteProvider, { ...one, confirmName: 'x' }, lead));
    expect(wrong.fieldErrors?.confirmName).toContain('Ledgerline Billing');
    const stale = testPrincipal({ role: 'lead', authTime: null });
    expect(await failureOf(write(deleteProvider, one, stale))).toMatchObject({ stepUp: true });
    await write(deleteProvider, one, lead);
    expect((await failureOf(detailOf(one.identifier))).code).toBe('not_found');
  });

  itFailsInWords({
    action: deleteProvider,
    emulator,
    operation: 'customProviders.delete',
    input,
    principal: { role: 'lead' },
  });
});

describe('listProviders', () => {
  it('tells custom from built in, and pages', async () => {
    const identifier = await newProvider();
    expect((await list({})).rows).toContainEqual(expect.objectContaining({ identifier, isCustom: true }));
    const first = await list({ kind: 'built_in' });
    expect(first.rows).toHaveLength(30);
    expect(first.rows.some(({ isCustom }) => isCustom)).toBe(false);
    const second = await list({ kind: 'built_in', pageToken: first.nextToken });
    expect(second.rows[0]?.identifier).not.toBe(first.rows[0]?.identifier);
    expect((await list({ kind: 'all' })).total).toBeGreaterThan(first.total ?? 0);
  });

  it('searches all pages, and reads the catalogue once for many searches', async () => {
    const identifier = await newProvider({ displayName: 'Zephyr Sheets' });
    await list({ kind: 'all', text: 'calendar' });
    emulator.current.journal.clear();
    expect((await list({ kind: 'all', text: 'zephyr' })).rows).toMatchObject([{ identifier }]);
    expect((await list({ kind: 'built_in', text: 'Google Cal' })).rows).toMatchObject([
      { identifier: 'GOOGLECALENDAR' },
    ]);
    expect(emulator.current.journal.list('providers.list').length).toBeLessThan(4);
    const choices = await runQuery(listProviderChoices.definition, 'production', testPrincipal(), {});
    expect(choices.length).toBeGreaterThan(300);
  });

  it('says plainly that an environment refuses it', async () => {
    emulator.current.faults.add({ operation: 'providers.list', status: 403 });
    const error = await failureOf(list({}));
    expect(error.message).toMatch(/may be switched off for this environment/);
  });
});

describe('countProviderImpact', () => {
  it('names connections and counts accounts; what is refused is null', async () => {
    const identifier = await newProvider();
    const { connections, connectedAccounts } = scalekitClient('production');
    const connection = {
      providerKey: identifier,
      type: connectionsPb.ConnectionType.API_KEY,
      keyId: `k-${identifier}`,
    };
    await connections.createEnvironmentConnection({ connection, flags: { isApp: true } });
    const account = { connector: connection.keyId, identifier: 'ada', connectedAccount: {} };
    await connectedAccounts.createConnectedAccount(account);
    const count = () =>
      runQuery(countProviderImpact.definition, 'production', testPrincipal(), { identifier });
    expect(await count()).toEqual({ connections: { total: 1, keys: [connection.keyId] }, accounts: 1 });
    emulator.current.faults.add({ operation: 'connections.listAppConnections', status: 403 });
    expect(await count()).toEqual({ connections: null, accounts: 1 });
  });
});
