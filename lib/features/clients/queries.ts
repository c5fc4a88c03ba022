import 'server-only';
import { AppError } from '@/lib/errors';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { toClientRow } from './rows';
import { type ClientRow, clientInput, clientPageSize, listClientsInput } from './schema';

/**
 * A page of the environment's applications, without the values of secrets, which are never asked for.
 * Source: GET /clients (preview).
 */
export const listClients = defineQuery({
  permission: 'client.read',
  input: listClientsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ type, pageToken }, { scalekit, environment }): Promise<Page<ClientRow>> => {
    const page = await scalekit.clients.listClient({
      filter: type ? { clientType: [type] } : undefined,
      pageSize: clientPageSize,
      pageToken,
    });
    return {
      rows: page.clients.map((client) => toClientRow(client, environment)),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

/** One application. Source: GET /clients/{id} (preview). */
export const getClient = defineQuery({
  permission: 'client.read',
  input: clientInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ clientId }, { scalekit, environment }): Promise<ClientRow> => {
    const { client } = await scalekit.clients.getClient({ clientId });
    if (!client) throw new AppError('not_found', `There is no client ${clientId} in this environment.`);
    return toClientRow(client, environment);
  },
});
