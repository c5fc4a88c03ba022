import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidField } from '../errors';
import { paginate } from '../paging';
import type { Implementation } from '../service';
import { requireAccount } from './find-account';
import { matchesText } from './list';
import { createMagicLink, ensureAccount, verifyUser } from './magic-link';
import { toAccountDetails, toAccountWithTokens, toListedAccount } from './messages';
import type { ConnectedAccountRow } from './rows';
import { createAccount, deleteAccount, disconnectAccount, updateAccount } from './write-account';

/** ConnectedAccountService, as far as a client token may call it. */
export function connectedAccountService(
  environment: Environment,
): Implementation<typeof services.connectedAccounts> {
  const { store } = environment;

  function byId(id: string): ConnectedAccountRow {
    // `this` and `-` stand for the account of an end user's token, which a client token is not.
    if (!id || id === '-') throw invalidField('id', 'value is required', 'required');
    return requireAccount(environment, { id });
  }

  return {
    listConnectedAccounts(request) {
      const names = request.connector ? [request.connector] : request.connectionNames;
      const rows = store.connectedAccounts
        .all()
        .filter((row) => names.length === 0 || names.includes(row.connector))
        .filter((row) => !request.identifier || row.identifier === request.identifier)
        .filter((row) => !request.organizationId || row.organizationId === request.organizationId)
        .filter((row) => !request.userId || row.userId === request.userId)
        .filter((row) => !request.provider || row.provider.toUpperCase() === request.provider.toUpperCase())
        .filter((row) => !request.query || matchesText(row, request.query));
      const { items, ...page } = paginate(rows, request, { fallback: 10, limit: 99 });
      return { ...page, connectedAccounts: items.map(toListedAccount) };
    },

    searchConnectedAccounts(request) {
      const rows = store.connectedAccounts
        .all()
        .filter((row) => !request.connectionId || row.connectionId === request.connectionId)
        .filter((row) => matchesText(row, request.query));
      const { items, ...page } = paginate(rows, request, { fallback: 10, limit: 30 });
      return { ...page, connectedAccounts: items.map(toListedAccount) };
    },

    createConnectedAccount: (request) => ({
      connectedAccount: toAccountWithTokens(createAccount(environment, request)),
    }),

    updateConnectedAccount(request) {
      const account = requireAccount(environment, request);
      const row = updateAccount(environment, account, request.connectedAccount);
      return { connectedAccount: toAccountWithTokens(row) };
    },

    deleteConnectedAccount(request) {
      deleteAccount(environment, requireAccount(environment, request));
      return {};
    },

    getMagicLinkForConnectedAccount(request) {
      const account = ensureAccount(environment, request);
      const { link, expiresAt } = createMagicLink(environment, account, request);
      return { link, expiry: timestampFromMs(expiresAt) };
    },

    getConnectedAccount: ({ id }) => ({ connectedAccount: toAccountDetails(byId(id)) }),

    disconnectConnectedAccount: ({ id }) => ({
      connectedAccount: toAccountDetails(disconnectAccount(environment, byId(id))),
    }),

    getConnectedAccountAuth: (request) => ({
      connectedAccount: toAccountWithTokens(requireAccount(environment, request)),
    }),

    getConnectedAccountDetails: (request) => ({
      connectedAccount: toAccountDetails(requireAccount(environment, request)),
    }),

    verifyConnectedAccountUser({ authRequestId, identifier }) {
      verifyUser(environment, authRequestId, identifier);
      return { postUserVerifyRedirectUrl: '' };
    },
  };
}
