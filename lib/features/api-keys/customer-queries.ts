import 'server-only';
import type { Page } from '@/lib/page';
import { defineCustomerQuery } from '@/lib/server/define-customer-query';
import { toApiKeyRow } from './rows';
import { apiKeyPageSize, listOwnApiKeysInput, type OwnApiKeyRow } from './schema';

/** A page of the active keys of the visit's organization. Source: GET /tokens. */
export const listOwnApiKeys = defineCustomerQuery({
  permission: 'api_key.read',
  input: listOwnApiKeysInput,
  load: async ({ pageToken }, { organizationId, scalekit }): Promise<Page<OwnApiKeyRow>> => {
    const page = await scalekit.tokens.listTokens({ organizationId, pageToken, pageSize: apiKeyPageSize });
    const rows = page.tokens.map((token): OwnApiKeyRow => {
      const { customClaims: _claims, roles: _roles, ...row } = toApiKeyRow(token);
      return row;
    });
    return {
      rows,
      total: page.totalCount,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});
