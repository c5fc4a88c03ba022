import type { ResourceRow } from '../clients/rows';
import type { Environment } from '../environment';
import { hashSecret } from '../hash-secret';
import type { AuthorizeRequest } from '../oauth/authorize-request';
import { newSecret } from '../oauth/context';
import type { LoginRequestRow } from './rows';

/** How long somebody may take from the client's request to the end. */
const lifetimeMs = 15 * 60_000;

/** Stores what a client asked for. @returns the row, and the state that the login page has to bring back */
export function openLoginRequest(
  { clock, newId, store }: Environment,
  resource: ResourceRow,
  connectionId: string,
  authorize: AuthorizeRequest,
): { row: LoginRequestRow; callbackState: string } {
  const callbackState = newSecret();
  const row = store.loginRequests.put({
    id: newId('lri'),
    createdAt: clock.now(),
    authRequestId: newId('areq'),
    connectionId,
    resourceId: resource.id,
    clientId: authorize.client.clientId,
    redirectUri: authorize.redirectUri,
    scopes: authorize.scope.split(' '),
    state: authorize.state,
    nonce: authorize.nonce,
    codeChallenge: authorize.codeChallenge,
    callbackHash: hashSecret(callbackState),
  });
  return { row, callbackState };
}

/** The login request of that id, if it is still to be answered. */
export function findLoginRequest({ clock, store }: Environment, id: string): LoginRequestRow | undefined {
  const row = store.loginRequests.get(id);
  if (!row || row.endedAt !== undefined) return undefined;
  return row.createdAt + lifetimeMs > clock.now() ? row : undefined;
}

/** The login request that a login page brings back. */
export function findByState(
  environment: Environment,
  state: string | undefined,
): LoginRequestRow | undefined {
  const [row] = environment.store.loginRequests.findBy('callbackHash', hashSecret(state ?? ''));
  return row && findLoginRequest(environment, row.id);
}
