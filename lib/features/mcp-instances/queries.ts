import 'server-only';
import { type McpAccount, toMcpAccount } from '@/lib/mcp-account';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { toMcpInstanceDetail, toMcpInstanceRow } from './rows';
import {
  listMcpInstancesInput,
  type McpInstanceDetail,
  type McpInstanceRow,
  mcpInstanceInput,
  mcpInstancePageSize,
} from './schema';

/** A page of instances. They name people of all customers, so it is for those who see all. Source: GET /mcp/instances. */
export const listMcpInstances = defineQuery({
  permission: 'mcp_instance.read',
  input: listMcpInstancesInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ text, config, person, pageToken }, { scalekit }): Promise<Page<McpInstanceRow>> => {
    const page = await scalekit.mcp.listInstances({
      filter: { ...(config && { config_name: config }), ...(person && { user_identifier: person }) },
      ...(text && { search: text }),
      page_size: mcpInstancePageSize,
      ...(pageToken && { page_token: pageToken }),
    });
    return {
      rows: page.instances.map(toMcpInstanceRow),
      total: page.total_size,
      nextToken: page.next_page_token || null,
      previousToken: page.prev_page_token || null,
    };
  },
});

/** One instance. Source: GET /mcp/instances/{id}. */
export const getMcpInstance = defineQuery({
  permission: 'mcp_instance.read',
  input: mcpInstanceInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ instanceId }, { scalekit }): Promise<McpInstanceDetail> =>
    toMcpInstanceDetail((await scalekit.mcp.getInstance({ instance_id: instanceId })).instance),
});

/**
 * Where the person of an instance stands with each connection; no link is asked for.
 * Source: POST /mcp/instances/{id}:get_auth_state.
 */
export const getMcpInstanceState = defineQuery({
  permission: 'mcp_instance.read',
  input: mcpInstanceInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ instanceId }, { scalekit }): Promise<McpAccount[]> => {
    const request = { instance_id: instanceId, include_auth_links: false };
    return (await scalekit.mcp.getInstanceAuthState(request)).connections.map(toMcpAccount);
  },
});
