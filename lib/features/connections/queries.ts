import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Page } from '@/lib/page';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { findByDomain } from './find-by-domain';
import { matches } from './matches';
import { toConnectionDetail, toConnectionRow } from './rows';
import {
  type ConnectionDetail,
  type ConnectionRow,
  connectionInput,
  connectionPageSize,
  listConnectionsInput,
  searchConnectionsInput,
} from './schema';

/** All connections of an organization: the API does not page them. Source: GET /connections?organization_id=. */
export const listConnections = defineQuery({
  permission: 'connection.read',
  input: listConnectionsInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { scalekit }): Promise<ConnectionRow[]> => {
    const { connections } = await scalekit.connections.listConnections({ organizationId, include: 'all' });
    return connections.map(toConnectionRow);
  },
});

/** One connection with what is set, without secrets. Source: GET /organizations/{id}/connections/{id}. */
export const getConnection = defineQuery({
  permission: 'connection.read',
  input: connectionInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, connectionId }, { scalekit }): Promise<ConnectionDetail> => {
    const { connection } = await scalekit.connections.getConnection({ organizationId, id: connectionId });
    if (!connection)
      throw new AppError('not_found', `There is no connection ${connectionId} in this organization.`);
    return toConnectionDetail(connection);
  },
});

const statusOf = { draft: 'DRAFT', in_progress: 'IN_PROGRESS', completed: 'COMPLETED' } as const;

/**
 * Connections of all organizations; for a limited person those of their customers.
 * Source: GET /organizations/-/connections:search; for a domain GET /connections?domain=.
 */
export const searchConnections = defineQuery({
  permission: 'connection.read',
  input: searchConnectionsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (input, context): Promise<Page<ConnectionRow>> => {
    const { scalekit, principal } = context;
    if (input.domain) return findByDomain(input, scalekit, principal.customers);
    if (principal.customers !== 'all') return searchAssigned(input, scalekit, principal.customers);
    const { text, type, provider, status, enabled, pageToken } = input;
    const page = await scalekit.connections.searchOrganizationConnections({
      query: text || undefined,
      connectionType: type && connectionsPb.ConnectionType[type],
      provider,
      status: status && connectionsPb.ConnectionStatus[statusOf[status]],
      enabled: enabled && enabled === 'yes',
      pageSize: connectionPageSize,
      pageToken,
    });
    return {
      rows: page.connections.map(toConnectionRow),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

/**
 * The search knows nothing of who may see what, so each assigned customer is asked for by id: a page of customers at a
 * time, all at once. The token is an offset among them, and a page may be empty while later ones are not.
 */
async function searchAssigned(
  { pageToken, ...filter }: z.output<typeof searchConnectionsInput>,
  scalekit: ScalekitClient,
  customers: ReadonlySet<string>,
): Promise<Page<ConnectionRow>> {
  const ids = [...customers].sort();
  const start = Number(pageToken) || 0;
  const end = start + connectionPageSize;
  const lists = await Promise.all(
    ids
      .slice(start, end)
      .map((organizationId) => scalekit.connections.listConnections({ organizationId, include: 'all' })),
  );
  const rows = lists.flatMap(({ connections }) => connections.map(toConnectionRow));
  return {
    rows: rows.filter((row) => matches(row, filter)),
    total: null,
    nextToken: end < ids.length ? String(end) : null,
    previousToken: start > 0 ? String(Math.max(0, start - connectionPageSize)) : null,
  };
}
