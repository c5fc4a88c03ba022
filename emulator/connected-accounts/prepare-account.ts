import { Code } from '@connectrpc/connect';
import type { Environment } from '../environment';
import { refuse } from '../errors';
import { announceAccount, changeStatus } from './announce';
import { accessTokenMs, refreshDetails } from './authorization';
import type { ConnectedAccountRow } from './rows';

/**
 * The account, ready to act: an access token that has run out is refreshed first, and the use is noted.
 * @throws ConnectError unauthenticated, REAUTHENTICATION_NEEDED or REFRESH_TOKEN_MISSING
 */
export function prepareAccount(environment: Environment, account: ConnectedAccountRow): ConnectedAccountRow {
  const { clock, store } = environment;
  if (account.status !== 'ACTIVE') {
    throw reauthenticate('REAUTHENTICATION_NEEDED', `connected account ${account.id} is ${account.status}`);
  }
  const fresh = refreshAccount(environment, account);
  return store.connectedAccounts.put({ ...fresh, lastUsedAt: clock.now() });
}

/** Refreshes an access token that has run out. An account that cannot becomes EXPIRED. */
export function refreshAccount(environment: Environment, account: ConnectedAccountRow): ConnectedAccountRow {
  const { clock, store } = environment;
  const now = clock.now();
  if (account.tokenExpiresAt === undefined || account.tokenExpiresAt > now) return account;
  const details = refreshDetails(account);
  if (!details) {
    announceAccount(environment, 'connected_account.token_refresh_failed', account);
    changeStatus(environment, account, 'EXPIRED');
    throw reauthenticate('REFRESH_TOKEN_MISSING', `connected account ${account.id} has no refresh token`);
  }
  const tokenExpiresAt = now + accessTokenMs;
  const row = store.connectedAccounts.put({ ...account, details, tokenExpiresAt, updatedAt: now });
  announceAccount(environment, 'connected_account.token_refresh_succeeded', row);
  return row;
}

function reauthenticate(errorCode: string, message: string) {
  return refuse(Code.Unauthenticated, errorCode, `${message}: the person has to connect it again`);
}
