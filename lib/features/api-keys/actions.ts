'use server';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { Scope } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import { toMap } from '@/lib/key-values';
import { type ActionContext, defineAction } from '@/lib/server/define-action';
import { type CreatedApiKey, createApiKeyInput, revokeApiKeyInput, updateApiKeyInput } from './schema';

/** POST /tokens. The value goes to the browser once, in this answer, and is kept nowhere. */
export const createApiKey = defineAction({
  permission: 'api_key.create',
  input: createApiKeyInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async (input, { scalekit }): Promise<CreatedApiKey> => {
    const { token, tokenId } = await scalekit.tokens.createToken({
      token: {
        organizationId: input.organizationId,
        userId: input.userId ?? '',
        description: input.description,
        expiry: input.expiresAt ? timestampFromDate(new Date(input.expiresAt)) : undefined,
        customClaims: toMap(input.customClaims),
      },
    });
    return { tokenId, value: token };
  },
  audit: {
    target: () => ({ type: 'api_key' }),
    details: ({ userId, expiresAt, customClaims }) => ({
      userId,
      expiresAt,
      claims: customClaims.map((claim) => claim.key),
    }),
    result: ({ tokenId }) => ({ target: { type: 'api_key', id: tokenId } }),
  },
});

/** POST /tokens:update with the key's id. Claims, where present, replace the whole map. */
export const updateApiKey = defineAction({
  permission: 'api_key.update',
  input: updateApiKeyInput,
  scope: ownerOfKey,
  run: async ({ tokenId, description, customClaims }, { scalekit }) => {
    const claims = customClaims && toMap(customClaims);
    await scalekit.tokens.updateToken({ token: tokenId, description, customClaims: claims });
    return null;
  },
  audit: {
    target: ({ tokenId }) => ({ type: 'api_key', id: tokenId }),
    details: ({ description, customClaims }) => ({
      descriptionChanged: description !== undefined,
      ...(customClaims && { claims: customClaims.map((claim) => claim.key) }),
    }),
  },
});

/** POST /tokens:invalidate with the key's id. It stops working at once. */
export const revokeApiKey = defineAction({
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
async function ownerOfKey(
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
