import 'server-only';
import { toRows } from '@/lib/key-values';
import type { Page } from '@/lib/page';
import type { tokensPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { defineQuery } from '@/lib/server/define-query';
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

/** A key as its list and its own look-up show it. */
export function toApiKeyRow(token: tokensPb.Token): ApiKeyRow {
  return {
    tokenId: token.tokenId,
    suffix: token.tokenSuffix,
    description: token.description || null,
    userId: token.userId || null,
    email: token.email || null,
    roles: token.roles,
    createdAt: toIso(token.createdAt),
    expiresAt: toIso(token.expiry),
    customClaims: toRows(token.customClaims),
  };
}
