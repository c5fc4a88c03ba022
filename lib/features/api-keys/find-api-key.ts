import 'server-only';
import { mayReach } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import { defineQuery } from '@/lib/server/define-query';
import { toApiKeyRow } from './rows';
import { type FoundApiKey, findApiKeyInput } from './schema';

/**
 * The active key behind a pasted value or id, and whose it is. The value goes to Scalekit and is kept nowhere.
 * Source: POST /tokens:validate.
 * @throws AppError not_found when it is no active key, or one of a customer that the person may not see
 */
export const findApiKey = defineQuery({
  permission: 'api_key.read',
  input: findApiKeyInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ value }, { scalekit, principal, environment }): Promise<FoundApiKey> => {
    const gone = `No active API key of ${environment} is this. It was revoked, has expired, belongs to another environment, or is no key.`;
    const { tokenInfo } = await scalekit.tokens.validateToken({ token: value }).catch((error) => {
      throw error instanceof AppError && ['not_found', 'invalid'].includes(error.code)
        ? new AppError('not_found', gone, { requestId: error.requestId })
        : error;
    });
    // Whether another customer's key works is not theirs to know either.
    if (!tokenInfo || !mayReach(principal, tokenInfo.organizationId)) throw new AppError('not_found', gone);
    const { organizationId, organizationExternalId, userExternalId } = tokenInfo;
    return {
      row: toApiKeyRow(tokenInfo),
      organizationId,
      organizationExternalId: organizationExternalId || null,
      userExternalId: userExternalId || null,
    };
  },
});
