import 'server-only';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { toSetup } from './current';
import { readConnection } from './find';
import { toAppConnectionDetail, toAppConnectionRow } from './rows';
import {
  type AppConnectionDetail,
  type AppConnectionImpact,
  type AppConnectionRow,
  type AppConnectionSetup,
  appConnectionInput,
  appConnectionPageSize,
  listAppConnectionsInput,
} from './schema';

/**
 * A page of the environment's app connections. They hold nothing of a customer's, so whoever is limited to some may look.
 * Source: GET /connections/app (preview).
 */
export const listAppConnections = defineQuery({
  permission: 'app_connection.read',
  input: listAppConnectionsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ text, provider, pageToken }, { scalekit }): Promise<Page<AppConnectionRow>> => {
    const page = await scalekit.connections.listAppConnections({
      query: text || undefined,
      provider: provider || undefined,
      pageSize: appConnectionPageSize,
      pageToken,
    });
    return {
      rows: page.connections.map(toAppConnectionRow),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

/** One app connection with what is set, without secrets. Source: GET /connections/{id} (preview). */
export const getAppConnection = defineQuery({
  permission: 'app_connection.read',
  input: appConnectionInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ connectionId }, { scalekit }): Promise<AppConnectionDetail> =>
    toAppConnectionDetail(await readConnection(scalekit, connectionId)),
});

/** What the form of a connection begins with. Source: GET /connections/{id} (preview). */
export const getAppConnectionSetup = defineQuery({
  permission: 'app_connection.update',
  input: appConnectionInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ connectionId }, { scalekit }): Promise<AppConnectionSetup> =>
    toSetup(await readConnection(scalekit, connectionId)),
});

/**
 * What goes with a connection: people's accounts, and the MCP configurations that name it. A part that fails is null.
 * Accounts belong to customers, so it is for those who see all. Source: connected_accounts, mcp/configs (the first 30).
 */
export const countAppConnectionImpact = defineQuery({
  permission: 'app_connection.read',
  input: appConnectionInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ connectionId }, { scalekit }): Promise<AppConnectionImpact> => {
    const { keyId: connector } = await readConnection(scalekit, connectionId);
    const [accounts, configs] = await Promise.allSettled([
      scalekit.connectedAccounts.listConnectedAccounts({ connector, pageSize: 1 }),
      scalekit.mcp.listConfigs({ page_size: 30 }),
    ]);
    const uses = (mappings: { connection_id: string; connection_name: string }[]) =>
      mappings.some((one) => one.connection_id === connectionId || one.connection_name === connector);
    return {
      accounts: accounts.status === 'fulfilled' ? accounts.value.totalSize : null,
      configs:
        configs.status === 'fulfilled'
          ? configs.value.configs
              .filter((config) => uses(config.connection_tool_mappings))
              .map(({ name }) => name)
          : null,
    };
  },
});
