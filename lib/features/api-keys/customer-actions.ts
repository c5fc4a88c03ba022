'use server';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { CustomerError } from '@/lib/customer-error';
import { AppError } from '@/lib/errors';
import { defineCustomerAction } from '@/lib/server/define-customer-action';
import { requireKeyOf } from './key-owner';
import { type CreatedApiKey, createOwnApiKeyInput, revokeOwnApiKeyInput } from './schema';

/** POST /tokens, for the organization itself and without claims. The value goes to the browser once, in this answer. */
export const createOwnApiKey = defineCustomerAction({
  permission: 'api_key.create',
  input: createOwnApiKeyInput,
  check: 'no_ids',
  run: async ({ description, expiresAt }, { organizationId, scalekit }): Promise<CreatedApiKey> => {
    const { token, tokenId } = await scalekit.tokens.createToken({
      token: { organizationId, description, expiry: timestampFromDate(new Date(expiresAt)) },
    });
    return { tokenId, value: token };
  },
  audit: {
    target: () => ({ type: 'api_key' }),
    details: ({ expiresAt }) => ({ expiresAt }),
    result: ({ tokenId }) => ({ target: { type: 'api_key', id: tokenId } }),
  },
});

/** POST /tokens:invalidate with the key's id. It stops working at once. */
export const revokeOwnApiKey = defineCustomerAction({
  permission: 'api_key.revoke',
  input: revokeOwnApiKeyInput,
  check: async ({ tokenId }, { organizationId, scalekit }) => {
    try {
      await requireKeyOf(organizationId, tokenId, scalekit);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
      throw new CustomerError('not_found', 'This key is not active: it was revoked or has expired.');
    }
  },
  run: async ({ tokenId }, { scalekit }) => {
    await scalekit.tokens.invalidateToken({ token: tokenId });
    return null;
  },
  audit: { target: ({ tokenId }) => ({ type: 'api_key', id: tokenId }), details: () => ({}) },
});
