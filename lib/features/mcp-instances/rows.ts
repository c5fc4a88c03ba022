import 'server-only';
import type { McpInstance } from '@/lib/scalekit/rest/mcp-schema';
import type { McpInstanceDetail, McpInstanceRow } from './schema';

/** Plain row of an instance, without its address. */
export function toMcpInstanceRow(instance: McpInstance): McpInstanceRow {
  const { config } = instance;
  return {
    id: instance.id,
    name: instance.name || instance.id,
    person: instance.user_identifier,
    config: config?.name ? { id: config.id, name: config.name } : null,
    lastUsedAt: instance.last_used_at || null,
    updatedAt: instance.updated_at || null,
  };
}

/** An instance as its own page shows it. */
export function toMcpInstanceDetail(instance: McpInstance): McpInstanceDetail {
  return { ...toMcpInstanceRow(instance), url: instance.url };
}
