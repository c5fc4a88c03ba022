import 'server-only';
import { z } from 'zod';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { readProviders } from './catalogue';
import { readProvider } from './find';
import { toProviderChoice, toProviderDetail, toProviderRow } from './rows';
import {
  listProvidersInput,
  type ProviderChoice,
  type ProviderDetail,
  type ProviderImpact,
  type ProviderRow,
  providerInput,
  providerPageSize,
} from './schema';

const types = { custom: 'CUSTOM', built_in: 'DEFAULT', all: 'ALL' } as const;

/**
 * A page of providers; with a text, all that hold it, on one page. Nothing of a customer's is in them.
 * Source: GET /providers (preview).
 */
export const listProviders = defineQuery({
  permission: 'provider.read',
  input: listProvidersInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ kind, text, pageToken }, { scalekit, environment }): Promise<Page<ProviderRow>> => {
    if (text) {
      const all = (await readProviders(environment, kind, scalekit)).map(toProviderRow);
      const rows = all.filter((row) => holds(row, text.toLowerCase()));
      return { rows, total: rows.length, nextToken: null, previousToken: null };
    }
    const page = await scalekit.providers.list({
      filter: { provider_type: types[kind] },
      page_size: providerPageSize,
      page_token: pageToken || undefined,
    });
    return {
      rows: page.providers.map(toProviderRow),
      total: page.total_size,
      nextToken: page.next_page_token || null,
      previousToken: page.prev_page_token || null,
    };
  },
});

function holds({ identifier, name, description, proxyUrl }: ProviderRow, text: string): boolean {
  return [identifier, name, description, proxyUrl].some((words) => words.toLowerCase().includes(text));
}

/** One provider with the pattern that people authorize by. Source: GET /providers?identifier= (preview). */
export const getProvider = defineQuery({
  permission: 'provider.read',
  input: providerInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ identifier }, { scalekit }): Promise<ProviderDetail> =>
    toProviderDetail(await readProvider(scalekit, identifier)),
});

/** Every provider that a connection can be made for. Source: GET /providers (preview), all pages; the catalogue is kept a while. */
export const listProviderChoices = defineQuery({
  permission: 'provider.read',
  input: z.object({}),
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { scalekit, environment }): Promise<ProviderChoice[]> =>
    (await readProviders(environment, 'all', scalekit)).map(toProviderChoice),
});

/** The API filters accounts by a provider's name of 50 characters at most. */
const longestFilter = 50;

/**
 * What depends on a custom provider. A part that fails is null. Accounts belong to customers, so it is for those who see all.
 * Source: GET /connections/app?provider=, GET /connected_accounts?provider=.
 */
export const countProviderImpact = defineQuery({
  permission: 'provider.read',
  input: providerInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ identifier: provider }, { scalekit }): Promise<ProviderImpact> => {
    if (provider.length > longestFilter) return { connections: null, accounts: null };
    const [connections, accounts] = await Promise.allSettled([
      scalekit.connections.listAppConnections({ provider, pageSize: 30 }),
      scalekit.connectedAccounts.listConnectedAccounts({ provider, pageSize: 1 }),
    ]);
    return {
      connections:
        connections.status === 'fulfilled'
          ? {
              total: connections.value.totalSize,
              keys: connections.value.connections.map(({ keyId, id }) => keyId || id),
            }
          : null,
      accounts: accounts.status === 'fulfilled' ? accounts.value.totalSize : null,
    };
  },
});
