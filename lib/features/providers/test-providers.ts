import type { z } from 'zod';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import type { Provider } from '@/lib/scalekit/rest/provider-schema';
import { runQuery } from '@/lib/server/define-query';
import { testPrincipal } from '@/tests/setup/principal';
import { write } from '@/tests/setup/write';
import { createProvider } from './actions';
import { getProvider } from './queries';
import type { ProviderDetail, ProviderFields, updateProviderInput } from './schema';

export const lead = testPrincipal({ role: 'lead' });

export const keyField = {
  fieldName: 'api_key',
  label: 'API key',
  hint: 'Settings, API',
  isSecret: true,
  isRequired: true,
  isPathParam: false,
};

/** A filled form: an API that takes a key. For tests. */
export function providerFields(change: Partial<ProviderFields> = {}): ProviderFields {
  return {
    displayName: 'Ledgerline Billing',
    description: 'Invoices',
    iconSrc: '',
    proxyUrl: 'https://billing.ledgerline.example',
    proxyEnabled: true,
    metadata: [{ key: 'team', value: 'finance' }],
    type: 'API_KEY',
    patternName: 'API key',
    patternDescription: '',
    isMcp: false,
    fields: [keyField],
    accountFields: [],
    authorizeUri: '',
    tokenUri: '',
    userInfoUri: '',
    customScopeName: '',
    pkceEnabled: false,
    scopes: [],
    headerName: 'x-api-key',
    mutations: [{ field: 'api_key', fallback: '', prefix: 'Key ', suffix: '' }],
    ...change,
  };
}

export async function newProvider(change: Partial<ProviderFields> = {}): Promise<string> {
  // A 429 of the test before has halved what this one may spend.
  await db().apiBudget.deleteMany();
  return (await write(createProvider, providerFields(change))).identifier;
}

export function detailOf(identifier: string): Promise<ProviderDetail> {
  return runQuery(getProvider.definition, 'production', testPrincipal(), { identifier });
}

/** The filled form of a provider, with some fields changed. */
export async function updateInput(
  identifier: string,
  change: Partial<ProviderFields> = {},
): Promise<z.input<typeof updateProviderInput>> {
  const { fields, seen } = await detailOf(identifier);
  return { identifier, seen, ...fields, ...change };
}

/** What Scalekit holds of a provider. */
export async function stored(identifier: string): Promise<Provider> {
  const { providers } = await scalekitClient('production').providers.list({
    identifier,
    filter: { provider_type: 'CUSTOM' },
  });
  const [provider] = providers;
  if (!provider) throw new Error('the provider is gone');
  return provider;
}
