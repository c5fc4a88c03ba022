import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db';
import { cutPage, readPlace } from '@/lib/keyset';
import type { Page } from '@/lib/page';
import { connectedAccountsPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { readTool } from './find';
import { listToolPage } from './list';
import { toToolRunRow } from './rows';
import {
  listToolRunsInput,
  listToolsInput,
  namesSomebody,
  type ToolAccount,
  type ToolDetail,
  type ToolRow,
  type ToolRunRow,
  toolAccountsInput,
  toolInput,
  toolRunPageSize,
} from './schema';

/**
 * A page of tools: of the catalogue, or of what somebody's accounts can run. Who names a person has to see all customers.
 * Source: GET /tools, GET /tools/scoped, GET /tools/available.
 */
export const listTools = defineQuery({
  permission: 'tool.read',
  input: listToolsInput,
  scope: (filters) => ({ kind: namesSomebody(filters) ? 'environment' : 'assigned' }),
  load: (filters, { scalekit }): Promise<Page<ToolRow>> => listToolPage(filters, scalekit),
});

/** One tool with its schemas. Source: GET /tools?filter.tool_name=. */
export const getTool = defineQuery({
  permission: 'tool.read',
  input: toolInput,
  scope: () => ({ kind: 'assigned' }),
  load: ({ name }, { scalekit }): Promise<ToolDetail> => readTool(scalekit, name),
});

/** Some accounts at the provider of a tool, to choose from. Source: GET /connected_accounts?provider=, the first 30. */
export const listToolAccounts = defineQuery({
  permission: 'tool.run',
  input: toolAccountsInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ provider }, { scalekit }): Promise<ToolAccount[]> => {
    const page = await scalekit.connectedAccounts.listConnectedAccounts({ provider, pageSize: 30 });
    return page.connectedAccounts.map(({ id, identifier, connector, status }) => ({
      id,
      identifier,
      connector,
      active: status === connectedAccountsPb.ConnectorStatus.ACTIVE,
    }));
  },
});

/** Who of the staff ran what, newest first. Accounts belong to customers. Source: Keydesk's own records. */
export const listToolRuns = defineQuery({
  permission: 'tool_run.read',
  input: listToolRunsInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ pageToken }, { environment }): Promise<Page<ToolRunRow>> => {
    const place = readPlace(pageToken, z.uuid());
    const newer = place?.direction === 'newer';
    const [read, total] = await Promise.all([
      db().toolRun.findMany({
        // Version 7 UUIDs sort by the time they were made.
        where: { environment, ...(place && { id: newer ? { gt: place.id } : { lt: place.id } }) },
        orderBy: { id: newer ? 'asc' : 'desc' },
        take: toolRunPageSize + 1,
      }),
      db().toolRun.count({ where: { environment } }),
    ]);
    const page = cutPage(read, toolRunPageSize, place);
    return { ...page, rows: page.rows.map(toToolRunRow), total };
  },
});
