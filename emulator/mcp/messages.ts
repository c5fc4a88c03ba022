import type { McpConfig, McpInstance } from '@/lib/scalekit/rest/mcp-schema';
import type { ConnectedAccountRow } from '../connected-accounts/rows';
import type { ConnectionRow } from '../connections/rows';
import type { Environment } from '../environment';
import type { McpConfigRow, McpInstanceRow } from './rows';

/** A configuration; with a person's identifier also the accounts that back it. */
export function toConfig(environment: Environment, row: McpConfigRow, identifier?: string): McpConfig {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    mcp_server_url: serverUrl(environment, row),
    connection_tool_mappings: row.mappings.flatMap(({ connectionId, tools }) => {
      const connection = environment.store.connections.get(connectionId);
      if (!connection) return [];
      const account = identifier ? accountOf(environment, connection, identifier) : undefined;
      return {
        connection_id: connection.id,
        connection_name: connection.keyId,
        provider: connection.providerKey,
        tools,
        connected_account_id: account?.id ?? '',
        connected_account_status: account?.status ?? '',
      };
    }),
  };
}

export function toInstance(environment: Environment, row: McpInstanceRow): McpInstance {
  const config = environment.store.mcpConfigs.get(row.configId);
  return {
    id: row.id,
    name: row.name,
    user_identifier: row.userIdentifier,
    config: config && toConfig(environment, config, row.userIdentifier),
    last_used_at: row.lastUsedAt === undefined ? null : new Date(row.lastUsedAt).toISOString(),
    updated_at: new Date(row.updatedAt).toISOString(),
    url: `${environment.url()}/mcp/v1/instances/${row.id}`,
  };
}

export function serverUrl(environment: Environment, { serverId }: McpConfigRow): string {
  return `${environment.url()}/mcp/v3/servers/${serverId}`;
}

/** A person's account at a connection. */
export function accountOf(
  { store }: Environment,
  connection: ConnectionRow,
  identifier: string,
): ConnectedAccountRow | undefined {
  return store.connectedAccounts
    .findBy('connectionId', connection.id)
    .find((account) => account.identifier === identifier);
}
