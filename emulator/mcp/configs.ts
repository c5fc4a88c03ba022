import { randomUUID } from 'node:crypto';
import type { DescribedImplementations } from '../described-face';
import type { Environment } from '../environment';
import { invalidField, notFound } from '../errors';
import { type Page, paginate } from '../paging';
import type { Row } from '../rows';
import { readAuthState } from './auth-state';
import { serverUrl, toConfig } from './messages';
import type { McpConfigRow } from './rows';
import { createSessionToken, type SignToken } from './session-token';

type SentMappings = { connection_name: string; tools?: string[] }[];

type ConfigOperations = Pick<
  DescribedImplementations['mcp'],
  | 'createConfig'
  | 'listConfigs'
  | 'getConfig'
  | 'updateConfig'
  | 'deleteConfig'
  | 'listConnectedAccounts'
  | 'createToken'
>;

/** MCP configurations: which tools of which connections an agent may use. */
export function mcpConfigs(environment: Environment, sign: SignToken): ConfigOperations {
  const { clock, newId, store } = environment;
  return {
    createConfig({ config: sent }) {
      if (store.mcpConfigs.all().some(({ name }) => name === sent.name)) {
        throw invalidField('config.name', `${sent.name} is already used`, 'unique');
      }
      const now = clock.now();
      const row = store.mcpConfigs.put({
        id: newId('cfg'),
        createdAt: now,
        updatedAt: now,
        name: sent.name,
        description: sent.description ?? '',
        mappings: readMappings(environment, sent.connection_tool_mappings ?? []),
        serverId: randomUUID(),
      });
      return { config: toConfig(environment, row) };
    },

    listConfigs({ filter = {}, search, ...paging }) {
      const rows = store.mcpConfigs
        .all()
        .filter((row) => !filter.id || row.id === filter.id)
        .filter((row) => !filter.name || row.name.toLowerCase() === filter.name.toLowerCase())
        .filter((row) => !filter.mcp_server_url || serverUrl(environment, row) === filter.mcp_server_url)
        .filter((row) => !filter.provider || usesProvider(environment, row, filter.provider))
        .filter(
          (row) => !search || `${row.name} ${row.description}`.toLowerCase().includes(search.toLowerCase()),
        );
      const { items, ...page } = pageOf(rows, paging);
      return { configs: items.map((row) => toConfig(environment, row)), ...page };
    },

    getConfig: ({ config_id }) => ({ config: toConfig(environment, requireConfig(environment, config_id)) }),

    updateConfig({ config_id, description, connection_tool_mappings }) {
      const current = requireConfig(environment, config_id);
      const row = store.mcpConfigs.put({
        ...current,
        updatedAt: clock.now(),
        description: description ?? current.description,
        mappings: connection_tool_mappings
          ? readMappings(environment, connection_tool_mappings)
          : current.mappings,
      });
      return { config: toConfig(environment, row) };
    },

    deleteConfig({ config_id }) {
      const { id } = requireConfig(environment, config_id);
      for (const instance of store.mcpInstances.findBy('configId', id))
        store.mcpInstances.delete(instance.id);
      store.mcpConfigs.delete(id);
      return {};
    },

    listConnectedAccounts({ config_id, identifier, include_auth_link }) {
      const config = requireConfig(environment, config_id);
      return { connected_accounts: readAuthState(environment, config, identifier, include_auth_link) };
    },

    createToken: ({ mcp_config_id, ...request }) =>
      createSessionToken(environment, sign, requireConfig(environment, mcp_config_id), request),
  };
}

/** @throws ConnectError not found */
function requireConfig({ store }: Environment, id: string): McpConfigRow {
  const row = store.mcpConfigs.get(id);
  if (!row) throw notFound(`MCP config ${id}`);
  return row;
}

/** A page in the words of the wire. */
export function pageOf<R extends Row>(
  rows: readonly R[],
  { page_size = 0, page_token = '' }: { page_size?: number; page_token?: string },
) {
  const request = { pageSize: page_size, pageToken: page_token };
  const page: Page<R> = paginate(rows, request, { fallback: 10, limit: 30 });
  return {
    items: page.items,
    total_size: page.totalSize,
    next_page_token: page.nextPageToken,
    prev_page_token: page.prevPageToken,
  };
}

function usesProvider({ store }: Environment, { mappings }: McpConfigRow, provider: string): boolean {
  const wanted = provider.toUpperCase();
  return mappings.some(
    ({ connectionId }) => store.connections.get(connectionId)?.providerKey.toUpperCase() === wanted,
  );
}

function readMappings({ store }: Environment, sent: SentMappings): McpConfigRow['mappings'] {
  return sent.map(({ connection_name, tools = [] }, index) => {
    const connection = store.connections.findBy('keyId', connection_name).find(({ kind }) => kind === 'app');
    const field = `config.connection_tool_mappings[${index}].connection_name`;
    if (!connection) throw invalidField(field, `connection ${connection_name} does not exist`, 'exists');
    return { connectionId: connection.id, tools };
  });
}
