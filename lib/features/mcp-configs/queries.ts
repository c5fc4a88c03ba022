import 'server-only';
import { z } from 'zod';
import { type McpAccount, toMcpAccount } from '@/lib/mcp-account';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { toMcpConfigRow } from './rows';
import {
  listMcpConfigsInput,
  type McpConfigImpact,
  type McpConfigRow,
  type McpConnectionChoice,
  mcpAccountsInput,
  mcpConfigInput,
  mcpConfigPageSize,
} from './schema';

/**
 * A page of the environment's MCP configurations. They hold nothing of a customer's, so whoever is limited to some may look.
 * Source: GET /mcp/configs.
 */
export const listMcpConfigs = defineQuery({
  permission: 'mcp_config.read',
  input: listMcpConfigsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ text, name, provider, pageToken }, { scalekit }): Promise<Page<McpConfigRow>> => {
    const isUrl = /^https?:\/\//i.test(text);
    const page = await scalekit.mcp.listConfigs({
      filter: {
        ...(name && { name }),
        ...(provider && { provider }),
        ...(isUrl && { mcp_server_url: text }),
      },
      ...(text && !isUrl && { search: text }),
      page_size: mcpConfigPageSize,
      ...(pageToken && { page_token: pageToken }),
    });
    return {
      rows: page.configs.map(toMcpConfigRow),
      total: page.total_size,
      nextToken: page.next_page_token || null,
      previousToken: page.prev_page_token || null,
    };
  },
});

/** One configuration. Source: GET /mcp/configs/{id}. */
export const getMcpConfig = defineQuery({
  permission: 'mcp_config.read',
  input: mcpConfigInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ configId }, { scalekit }): Promise<McpConfigRow> =>
    toMcpConfigRow((await scalekit.mcp.getConfig({ config_id: configId })).config),
});

/**
 * Where a person stands with each connection of a configuration; nothing is made and no link asked for. Accounts belong to
 * customers, so it is for those who see all. Source: POST /mcp/configs/{id}/connected_accounts.
 */
export const listMcpAccounts = defineQuery({
  permission: 'mcp_account.read',
  input: mcpAccountsInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ configId, identifier }, { scalekit }): Promise<McpAccount[]> => {
    const request = { config_id: configId, identifier, include_auth_link: false };
    return (await scalekit.mcp.listConnectedAccounts(request)).connected_accounts.map(toMcpAccount);
  },
});

/** What goes with a configuration when it is deleted. Source: GET /mcp/configs/{id}, then GET /mcp/instances. */
export const countMcpConfigImpact = defineQuery({
  permission: 'mcp_config.read',
  input: mcpConfigInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ configId }, { scalekit }): Promise<McpConfigImpact> => {
    const { config } = await scalekit.mcp.getConfig({ config_id: configId });
    const filter = { config_name: config.name };
    const instances = await scalekit.mcp.listInstances({ filter, page_size: 1 }).catch(() => null);
    return { instances: instances?.total_size ?? null };
  },
});

/** The app connections to choose from: the first 30; any other can be typed. Source: GET /connections/app (preview). */
export const listMcpConnectionChoices = defineQuery({
  permission: 'mcp_config.create',
  input: z.object({}),
  scope: () => ({ kind: 'environment' }),
  load: async (_input, { scalekit }): Promise<McpConnectionChoice[]> => {
    const { connections } = await scalekit.connections.listAppConnections({ pageSize: 30 });
    return connections.flatMap(({ keyId, providerKey }) =>
      keyId ? { key: keyId, provider: providerKey } : [],
    );
  },
});
