'use server';
import type { Scope } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import type { ActionContext } from '@/lib/server/action-definition';
import { defineAction } from '@/lib/server/define-action';
import { scopeOfSession } from '@/lib/server/find-user';
import { withdrawAccountLinks } from '@/lib/server/withdraw-account-links';
import { accountItems } from './open-items';
import { cutAccountInput, cutApiKeyInput, cutMembershipInput, cutSessionInput } from './schema';

// Steps of cutting somebody off. Containment: no step-up, no reason. The page shows its own progress, so that none of
// them reads it again.

/** POST /sessions/{id}/revoke. */
export const cutSession = defineAction({
  permission: 'session.revoke',
  input: cutSessionInput,
  scope: scopeOfSession,
  run: async ({ sessionId }, { scalekit }) => {
    await scalekit.sessions.revokeSession({ sessionId });
    return null;
  },
  audit: {
    target: ({ sessionId }) => ({ type: 'session', id: sessionId }),
    details: ({ userId }) => ({ userId, because: 'departure' }),
  },
  refresh: false,
});

/** POST /tokens:invalidate. Whose key it is comes from Scalekit, never from the browser. */
export const cutApiKey = defineAction({
  permission: 'api_key.revoke',
  input: cutApiKeyInput,
  scope: ownerOfKey,
  run: async ({ tokenId }, { scalekit }) => {
    await scalekit.tokens.invalidateToken({ token: tokenId });
    return null;
  },
  audit: {
    target: ({ tokenId }) => ({ type: 'api_key', id: tokenId }),
    details: () => ({ because: 'departure' }),
  },
  refresh: false,
});

/** DELETE /memberships/…: the user record and what they have elsewhere stay. */
export const cutMembership = defineAction({
  permission: 'member.remove',
  input: cutMembershipInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, userId }, { scalekit }) => {
    await scalekit.users.deleteMembership({ organizationId, identities: { case: 'id', value: userId } });
    return null;
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    details: () => ({ because: 'departure' }),
  },
  refresh: false,
});

/**
 * POST /connected_accounts/{id}:disconnect, a preview operation: the record stays, its credentials go. Only an account
 * that the list of this person, at this organization, holds.
 */
export const cutConnectedAccount = defineAction({
  permission: 'departure.disconnect_account',
  input: cutAccountInput,
  scope: ({ organizationId }) =>
    organizationId ? { kind: 'organization', organizationId } : { kind: 'environment' },
  run: async ({ accountId, organizationId, userId, email }, context) => {
    const accounts = await accountItems(organizationId, { email, userId }, context);
    if (!accounts.some(({ id }) => id === accountId))
      throw new AppError('not_found', `They have no connected account ${accountId} that still works.`);
    await withdrawAccountLinks(context.environment, accountId, context.principal.email);
    await context.scalekit.connectedAccounts.disconnectConnectedAccount({ id: accountId });
    return null;
  },
  audit: {
    target: ({ accountId }) => ({ type: 'connected_account', id: accountId }),
    details: ({ userId, email }) => ({ userId, email }),
  },
  refresh: false,
});

async function ownerOfKey(
  { organizationId, tokenId }: { organizationId: string; tokenId: string },
  { scalekit }: ActionContext,
): Promise<Scope> {
  const { tokenInfo } = await scalekit.tokens.validateToken({ token: tokenId });
  if (tokenInfo?.organizationId !== organizationId)
    throw new AppError('not_found', `There is no active key ${tokenId} in this organization.`);
  return { kind: 'organization', organizationId };
}
