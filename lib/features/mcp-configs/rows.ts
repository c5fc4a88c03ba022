import 'server-only';
import type { McpConfig } from '@/lib/scalekit/rest/mcp-schema';
import type { McpConfigRow } from './schema';

/** Plain row of a configuration. */
export function toMcpConfigRow(config: McpConfig): McpConfigRow {
  return {
    id: config.id,
    name: config.name || config.id,
    description: config.description,
    serverUrl: config.mcp_server_url,
    mappings: config.connection_tool_mappings.map((one) => ({
      connectionId: one.connection_id,
      connection: one.connection_name || one.connection_id,
      provider: one.provider,
      tools: one.tools,
    })),
  };
}
