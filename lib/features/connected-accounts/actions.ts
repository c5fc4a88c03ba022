'use server';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { withdrawAccountLinks } from '@/lib/server/withdraw-account-links';
import { createAccount } from './create';
import { toApiConfig, toAuthorization, toRevealedParts } from './credentials';
import { createDurable, forgetDurable, revokeDurable } from './durable-links';
import { requireAccount, scopeOf } from './find';
import { mintLink, sendLink } from './link';
import { printConfig } from './rows';
import {
  accountInput,
  createAccountInput,
  createDurableLinkInput,
  createLinkInput,
  deleteAccountInput,
  durableLinkInput,
  type RevealedPart,
  revealInput,
  updateAccountInput,
  verifyAccountInput,
} from './schema';

const ofAccount = ({ accountId }: { accountId: string }) => ({
  type: 'connected_account' as const,
  id: accountId,
});

/** POST /connected_accounts, after a look whether it is there (GET …/details) where one that is there will do. */
export const createConnectedAccount = defineAction({
  permission: 'connected_account.create',
  input: createAccountInput,
  scope: scopeOf,
  run: (input, { scalekit }) => createAccount(scalekit, input),
  audit: {
    target: () => ({ type: 'connected_account' }),
    details: ({ connector, identifier, userId, ifPresent, kind }) => ({
      ...{ connector, identifier, userId, ifPresent, handedIn: kind },
    }),
    result: ({ accountId, existed }) => ({
      target: { type: 'connected_account', id: accountId },
      details: { existed },
    }),
  },
  // The browser goes on to the account.
  refresh: false,
});

/** PUT /connected_accounts with the parts that change: Scalekit keeps what is not sent. */
export const updateConnectedAccount = defineAction({
  permission: 'connected_account.update',
  input: updateAccountInput,
  scope: scopeOf,
  run: async (input, { scalekit }) => {
    const live = await requireAccount(scalekit, input);
    const settings = toApiConfig(input.apiConfig) ?? {};
    const changesSettings = printConfig(settings) !== input.beforeApiConfig;
    if (changesSettings && printConfig(live.apiConfig) !== input.beforeApiConfig) {
      const sentence = 'Somebody else has changed the settings meanwhile. Load the page anew.';
      throw new AppError('conflict', sentence, { fieldErrors: { apiConfig: sentence } });
    }
    const authorizationDetails = toAuthorization(input);
    const changed = [authorizationDetails && 'credentials', changesSettings && 'settings'].filter(Boolean);
    if (changed.length > 0) {
      const connectedAccount = { authorizationDetails, apiConfig: changesSettings ? settings : undefined };
      await scalekit.connectedAccounts.updateConnectedAccount({ id: input.accountId, connectedAccount });
    }
    return { changed };
  },
  audit: {
    target: ofAccount,
    details: ({ kind }) => ({ handedIn: kind }),
    result: ({ changed }) => ({ details: { changed } }),
  },
  refresh: false,
});

/** POST /connected_accounts/magic_link. The link goes to the browser once, in this answer, and is kept nowhere. */
export const createMagicLink = defineAction({
  permission: 'connected_account.create_link',
  input: createLinkInput,
  scope: scopeOf,
  run: async ({ accountId, organizationId, ...extra }, { scalekit }) => {
    if (organizationId) await requireAccount(scalekit, { accountId, organizationId });
    return mintLink(scalekit, accountId, extra);
  },
  audit: {
    target: ofAccount,
    details: ({ userVerifyUrl }) => ({ userVerifyUrl: originOf(userVerifyUrl) }),
    result: ({ expiresAt }) => ({ details: { expiresAt } }),
  },
  refresh: false,
});

/** Mints a link and mails it to the person whose account it is, or hands it back where that cannot be. */
export const sendNewLink = defineAction({
  permission: 'connected_account.send_link',
  input: accountInput,
  scope: scopeOf,
  run: async (named, { scalekit }) => sendLink(scalekit, await requireAccount(scalekit, named)),
  audit: {
    target: ofAccount,
    details: () => ({}),
    result: ({ mailedTo }) => ({ details: { mailedTo } }),
  },
  refresh: false,
});

/** Keydesk's own link to a page whose button mints. Its URL goes to the browser once; only the token's hash is kept. */
export const createDurableLink = defineAction({
  permission: 'connected_account.create_durable_link',
  input: createDurableLinkInput,
  scope: scopeOf,
  run: async (input, { environment, principal, scalekit }) => {
    const account = await requireAccount(scalekit, input);
    return createDurable(environment, principal, account, input);
  },
  audit: {
    target: ofAccount,
    details: ({ recipientEmail, expiresInDays, openLimit }) => ({ recipientEmail, expiresInDays, openLimit }),
    result: ({ linkId }) => ({ details: { linkId } }),
  },
});

/** Closes a durable link for good. What it minted last may live out its minutes: Scalekit has no call to end it. */
export const revokeDurableLink = defineAction({
  permission: 'connected_account.revoke_durable_link',
  input: durableLinkInput,
  scope: scopeOf,
  run: (input, { environment, principal }) => revokeDurable(environment, principal, input),
  audit: { target: ofAccount, details: ({ linkId }) => ({ linkId }) },
});

/** POST /connected_accounts/user/verify: vouches that the person who consented is the one whose account it is. */
export const verifyConnectedAccountUser = defineAction({
  permission: 'connected_account.verify',
  input: verifyAccountInput,
  scope: scopeOf,
  run: async ({ authRequestId, ...named }, { scalekit }) => {
    const { identifier } = await requireAccount(scalekit, named);
    const { postUserVerifyRedirectUrl } = await scalekit.connectedAccounts.verifyConnectedAccountUser({
      authRequestId,
      identifier,
    });
    return { redirectUrl: postUserVerifyRedirectUrl };
  },
  audit: { target: ofAccount, details: () => ({}) },
});

/** POST /connected_accounts/{id}:disconnect, a preview operation: the record stays, its credentials go. */
export const disconnectConnectedAccount = defineAction({
  permission: 'connected_account.disconnect',
  input: accountInput,
  scope: scopeOf,
  run: async ({ accountId, organizationId }, { environment, principal, scalekit }) => {
    if (organizationId) await requireAccount(scalekit, { accountId, organizationId });
    // First: it holds even when Scalekit cannot be reached.
    await withdrawAccountLinks(environment, accountId, principal.email);
    await scalekit.connectedAccounts.disconnectConnectedAccount({ id: accountId });
    return null;
  },
  audit: { target: ofAccount, details: () => ({}) },
});

/** POST /connected_accounts:delete, after the typed identifier was compared with the live one. */
export const deleteConnectedAccount = defineAction({
  permission: 'connected_account.delete',
  input: deleteAccountInput,
  scope: scopeOf,
  run: async ({ confirmName, ...named }, { environment, scalekit }) => {
    const { id, identifier } = await requireAccount(scalekit, named);
    if (identifier !== confirmName.trim()) {
      const fieldErrors = { confirmName: `Type the identifier as it is: ${identifier}` };
      throw new AppError('invalid', 'The typed identifier does not match.', { fieldErrors });
    }
    await scalekit.connectedAccounts.deleteConnectedAccount({ id });
    await forgetDurable(environment, id);
    return null;
  },
  audit: { target: ofAccount, details: () => ({}) },
  // The page behind the dialog is about to be gone.
  refresh: false,
});

/**
 * GET /connected_accounts/auth: reads secrets. An action and no query, so that the staff log has it before it is read.
 * The tokens go to the browser once, in this answer.
 */
export const revealCredentials = defineAction({
  permission: 'connected_account.reveal_credentials',
  input: revealInput,
  scope: scopeOf,
  run: async ({ accountId, organizationId }, { scalekit }): Promise<RevealedPart[]> => {
    if (organizationId) await requireAccount(scalekit, { accountId, organizationId });
    const { connectedAccount } = await scalekit.connectedAccounts.getConnectedAccountAuth({ id: accountId });
    return toRevealedParts(connectedAccount?.authorizationDetails);
  },
  audit: {
    target: ofAccount,
    details: () => ({}),
    reason: ({ reason }) => reason,
    result: (parts) => ({ details: { shown: parts.map(({ label }) => label) } }),
  },
  refresh: false,
});

/** A query of an address may hold anything: the log keeps where it leads. */
function originOf(address: string): string | undefined {
  return address ? new URL(address).origin : undefined;
}
