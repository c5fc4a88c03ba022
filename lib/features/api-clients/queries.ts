import 'server-only';
import { AppError } from '@/lib/errors';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { toApiClientRow } from './rows';
import { type ApiClientRow, apiClientInput, apiClientPageSize, listApiClientsInput } from './schema';

/** A page of an organization's machine clients. Source: GET /organizations/{id}/clients. */
export const listApiClients = defineQuery({
  permission: 'api_client.read',
  input: listApiClientsInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (input, { scalekit }): Promise<Page<ApiClientRow>> => {
    const page = await scalekit.clients.listOrganizationClients({ ...input, pageSize: apiClientPageSize });
    return {
      rows: page.clients.map(toApiClientRow),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

/** One machine client. Source: GET /organizations/{id}/clients/{client_id}. */
export const getApiClient = defineQuery({
  permission: 'api_client.read',
  input: apiClientInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (input, { scalekit }): Promise<ApiClientRow> => {
    const { client } = await scalekit.clients.getOrganizationClient(input);
    if (!client)
      throw new AppError('not_found', `There is no client ${input.clientId} in this organization.`);
    return toApiClientRow(client);
  },
});
