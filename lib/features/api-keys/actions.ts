'use server';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { toMap } from '@/lib/key-values';
import { startBulk } from '@/lib/server/bulk/start-bulk';
import { defineAction } from '@/lib/server/define-action';
import { requireKeyOf } from './key-owner';
import { revocation } from './revocation';
import { type CreatedApiKey, createApiKeyInput, revokeApiKeysInput, updateApiKeyInput } from './schema';

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
  scope: async ({ organizationId, tokenId }, { scalekit }) => {
    await requireKeyOf(organizationId, tokenId, scalekit);
    return { kind: 'organization', organizationId };
  },
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
export const revokeApiKey = defineAction(revocation);

/** Starts a job that revokes the chosen keys, or all of the organization, one by one. */
export const revokeApiKeys = defineAction({
  permission: 'api_key.revoke',
  input: revokeApiKeysInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, keys }, { environment, principal }) => {
    const unique = keys && [...new Map(keys.map((key) => [key.tokenId, key])).values()];
    const items = unique?.map(({ tokenId, label }) => ({
      key: tokenId,
      label,
      input: { organizationId, tokenId },
    }));
    const jobId = await startBulk({ environment, principal, organizationId, kind: 'api_key.revoke', items });
    return { jobId };
  },
  audit: {
    target: () => ({ type: 'job' }),
    details: ({ keys }) => ({ keys: keys?.length ?? 'all' }),
    result: ({ jobId }) => ({ target: { type: 'job', id: jobId } }),
  },
  refresh: false,
});
