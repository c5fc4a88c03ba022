import { describe, expect, it } from 'vitest';
import { blankProvider, type ProviderFields } from '@/lib/features/providers/schema';
import { adviseOn, headerOf } from './advice';
import { describeChanges } from './describe-changes';

const key = {
  fieldName: 'api_key',
  label: 'Key',
  hint: '',
  isSecret: true,
  isRequired: true,
  isPathParam: false,
};
const api: ProviderFields = {
  ...blankProvider,
  displayName: 'Ledgerline',
  proxyUrl: 'https://x.example',
  type: 'API_KEY',
  fields: [key],
};

describe('adviseOn', () => {
  it('is silent about a sound pattern', () => expect(adviseOn(api)).toEqual([]));

  it.each<[string, Partial<ProviderFields>, RegExp]>([
    ['a credential that nobody is asked for', { type: 'BEARER' }, /key token/],
    ['a placeholder that nobody is asked for', { proxyUrl: 'https://{{domain}}/api' }, /{{domain}}/],
    [
      'a path parameter without a place',
      { fields: [key, { ...key, fieldName: 'region', isPathParam: true }] },
      /no place for {{region}}/,
    ],
    ['an MCP server by another name', { isMcp: true }, /end in MCP/],
    ['a credential in the open', { fields: [{ ...key, isSecret: false }] }, /mark its field as secret/],
    ['a proxy that is off', { proxyEnabled: false }, /not sent through Scalekit/],
  ])('tells of %s', (_name, change, sentence) => {
    expect(adviseOn({ ...api, ...change })).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('headerOf', () => {
  it('shows what goes along with a request', () => {
    const prefixed = { field: 'api_key' as const, fallback: '', prefix: 'Key ', suffix: '' };
    expect(headerOf({ ...api, headerName: 'x-api-key', mutations: [prefixed] })).toBe(
      'x-api-key: Key ‹api_key›',
    );
    expect(headerOf({ ...api, type: 'BEARER' })).toBe('Authorization: Bearer ‹token›');
    const x = { field: 'password' as const, fallback: 'X', prefix: '', suffix: '' };
    expect(headerOf({ ...api, type: 'BASIC', mutations: [x] })).toBe(
      'Authorization: Basic base64(‹username›:‹password or X›)',
    );
  });
});

describe('describeChanges', () => {
  const words = (change: Partial<ProviderFields>, before = api) =>
    describeChanges(before, { ...before, ...change }).map(
      ({ words, isLoss }) => `${isLoss ? '- ' : ''}${words}`,
    );

  it('tells what is lost with another type', () => {
    const oauth = { ...api, type: 'OAUTH' as const, authorizeUri: 'https://x.example/a', fields: [] };
    const scopes = [{ scope: 'read', displayName: '', description: '', isRequired: false }];
    expect(words({ type: 'BEARER' }, { ...oauth, scopes })).toEqual([
      expect.stringMatching(/^- People authorize by Bearer token, no longer by OAuth 2\.0/),
      '- Authorization address: “https://x.example/a” is gone.',
      '- PKCE: “on” is gone.',
      '- Scope read is gone.',
    ]);
  });

  it('tells fields that come, go, change and move', () => {
    const region = { ...key, fieldName: 'region' };
    expect(words({})).toEqual([]);
    expect(words({ fields: [key, region] })).toEqual(['Field region is added.']);
    expect(words({ fields: [] })).toEqual(['- Field api_key is gone.']);
    expect(words({ fields: [{ ...key, label: 'Token' }] })).toEqual(['Field api_key changes.']);
    expect(words({ fields: [region, key] }, { ...api, fields: [key, region] })).toEqual([
      'Fields stand in another order.',
    ]);
    expect(
      words({ description: 'Invoices', metadata: [] }, { ...api, metadata: [{ key: 'team', value: 'x' }] }),
    ).toEqual(['Description: “Invoices”.', '- Metadata: Removes team.']);
  });
});
