import type { toolsPb } from '@/lib/scalekit/services';
import type { ConnectedAccountRow } from '../connected-accounts/rows';
import type { Environment } from '../environment';
import { notFound } from '../errors';
import { findTool, listToolNames } from './catalogue';
import { pageNames } from './page-names';

const sizes = { fallback: 10, limit: 100 };

/** The tools there are, or their names alone. */
export function listTools(environment: Environment, request: toolsPb.ListToolsRequest) {
  const { store } = environment;
  const { filter } = request;
  const names = filterNames(listToolNames(store, providersOf(environment, filter)), filter);
  const { names: page, ...tokens } = pageNames(names, request, sizes);
  if (filter?.summary) return { ...tokens, toolNames: page };
  return { ...tokens, tools: page.flatMap((name) => findTool(store, name) ?? []) };
}

/** The tools that a person's active accounts can run. */
export function listAvailableTools(
  { store }: Environment,
  request: Pick<toolsPb.ListAvailableToolsRequest, 'identifier' | 'pageSize' | 'pageToken'>,
) {
  const accounts = store.connectedAccounts
    .findBy('identifier', request.identifier)
    .filter(({ status }) => status === 'ACTIVE');
  const names = accounts.length > 0 ? listToolNames(store, accounts.map(toProvider)) : [];
  const { names: page, ...tokens } = pageNames(names, request, sizes);
  return { ...tokens, tools: page.flatMap((name) => findTool(store, name) ?? []) };
}

/** Every tool once for each account of the person that can run it. @throws ConnectError not found without account */
export function listScopedTools({ store }: Environment, request: toolsPb.ListScopedToolsRequest) {
  const { identifier, filter } = request;
  const all = store.connectedAccounts.findBy('identifier', identifier);
  if (all.length === 0) throw notFound(`connected account ${identifier}`);
  const providers = filter?.providers.map((key) => key.toUpperCase()) ?? [];
  const accounts = all
    .filter(({ provider }) => providers.length === 0 || providers.includes(provider.toUpperCase()))
    .filter(({ connector }) => !filter?.connectionNames.length || filter.connectionNames.includes(connector));
  const keys = accounts
    .flatMap((account) => listToolNames(store, [account.provider]).map((name) => `${name} ${account.id}`))
    .filter((key) => !filter?.toolNames.length || filter.toolNames.includes(key.split(' ')[0] ?? ''))
    .sort();
  const { names: page, ...tokens } = pageNames(keys, request, sizes);
  const tools = page.map((key) => {
    const [name = '', connectedAccountId = ''] = key.split(' ');
    return { tool: findTool(store, name), identifier, connectedAccountId };
  });
  return { ...tokens, tools };
}

function providersOf({ store }: Environment, filter: toolsPb.Filter | undefined): string[] {
  if (!filter) return [];
  const { provider, identifier, connector, organizationId, userId, connectedAccountId } = filter;
  if (!identifier && !connector && !organizationId && !userId && !connectedAccountId) {
    return provider ? [provider] : [];
  }
  const found = store.connectedAccounts
    .all()
    .filter((row) => !identifier || row.identifier === identifier)
    .filter((row) => !connector || row.connector === connector)
    .filter((row) => !organizationId || row.organizationId === organizationId)
    .filter((row) => !userId || row.userId === userId)
    .filter((row) => !connectedAccountId || row.id === connectedAccountId)
    .filter((row) => !provider || row.provider.toUpperCase() === provider.toUpperCase())
    .map(toProvider);
  // A key that no provider has: no account means no tool.
  return found.length > 0 ? [...new Set(found)] : [' '];
}

function filterNames(names: string[], filter: toolsPb.Filter | undefined): string[] {
  const query = filter?.query?.toLowerCase();
  return names
    .filter((name) => !query || name.toLowerCase().includes(query))
    .filter((name) => !filter?.toolName.length || filter.toolName.includes(name));
}

function toProvider({ provider }: ConnectedAccountRow): string {
  return provider;
}
