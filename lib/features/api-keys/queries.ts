import 'server-only';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { toApiKeyRow } from './rows';
import { type ApiKeyRow, apiKeyPageSize, listApiKeysInput } from './schema';

/** A page of an organization's active keys, of one user where asked. Source: GET /tokens. */
export const listApiKeys = defineQuery({
  permission: 'api_key.read',
  input: listApiKeysInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (input, { scalekit }): Promise<Page<ApiKeyRow>> => {
    const page = await scalekit.tokens.listTokens({ ...input, pageSize: apiKeyPageSize });
    return {
      rows: page.tokens.map(toApiKeyRow),
      total: page.totalCount,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});
