import 'server-only';
import { describeAction } from '@/lib/server/action-definition';
import { requireKeyOf } from './key-owner';
import { revokeApiKeyInput } from './schema';

/** POST /tokens:invalidate with the key's id. It stops working at once. */
export const revocation = describeAction({
  permission: 'api_key.revoke',
  input: revokeApiKeyInput,
  scope: async ({ organizationId, tokenId }, { scalekit }) => {
    await requireKeyOf(organizationId, tokenId, scalekit);
    return { kind: 'organization', organizationId };
  },
  run: async ({ tokenId }, { scalekit }) => {
    await scalekit.tokens.invalidateToken({ token: tokenId });
    return null;
  },
  audit: {
    target: ({ tokenId }) => ({ type: 'api_key', id: tokenId }),
    details: () => ({}),
  },
});
