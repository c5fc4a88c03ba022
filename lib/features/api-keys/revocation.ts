import 'server-only';
import type { Scope } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import { type ActionContext, describeAction } from '@/lib/server/action-definition';
import { revokeApiKeyInput } from './schema';

/** POST /tokens:invalidate with the key's id. It stops working at once. */
export const revocation = describeAction({
  permission: 'api_key.revoke',
  input: revokeApiKeyInput,
  scope: ownerOfKey,
  run: async ({ tokenId }, { scalekit }) => {
    await scalekit.tokens.invalidateToken({ token: tokenId });
    return null;
  },
  audit: {
    target: ({ tokenId }) => ({ type: 'api_key', id: tokenId }),
    details: () => ({}),
  },
});

/** A key is reached by its own id alone, so whose it is comes from Scalekit, never from the form. */
export async function ownerOfKey(
  input: { organizationId: string; tokenId: string },
  { scalekit }: ActionContext,
): Promise<Scope> {
  const gone = `The key ${input.tokenId} is not active: it was revoked or has expired.`;
  try {
    const { tokenInfo } = await scalekit.tokens.validateToken({ token: input.tokenId });
    if (tokenInfo?.organizationId === input.organizationId) {
      return { kind: 'organization', organizationId: input.organizationId };
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
  }
  throw new AppError('not_found', gone);
}
