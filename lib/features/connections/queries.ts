import 'server-only';
import { mayReach } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import type { Page } from '@/lib/page';
import { connectionsPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
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
 * Connections of all organizations; a limited person sees those of their customers, and then no total.
 * Source: GET /organizations/-/connections:search.
 */
export const searchConnections = defineQuery({
  permission: 'connection.read',
  input: searchConnectionsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (
    { text, type, status, enabled, pageToken },
    { scalekit, principal },
  ): Promise<Page<ConnectionRow>> => {
    const page = await scalekit.connections.searchOrganizationConnections({
      query: text || undefined,
      connectionType: type && connectionsPb.ConnectionType[type],
      status: status && connectionsPb.ConnectionStatus[statusOf[status]],
      enabled: enabled && enabled === 'yes',
      pageSize: connectionPageSize,
      pageToken,
    });
    const seesAll = principal.customers === 'all';
    const visible = page.connections.filter(({ organizationId }) => mayReach(principal, organizationId));
    return {
      rows: visible.map(toConnectionRow),
      total: seesAll ? page.totalSize : null,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});
