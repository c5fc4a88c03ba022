import type { Environment } from '../environment';
import type { AuthorizeRequest } from '../oauth/authorize-request';
import type { NewCode } from '../oauth/types';
import type { AuthRequestRow } from './rows';

/** What the steps of a sign-in work with. */
export type SignInContext = { environment: Environment; issueCode: (grant: NewCode) => string };

/** How long somebody may take from the application's request to the end. */
const lifetimeMs = 15 * 60_000;

/** Stores what an application asked for. */
export function openAuthRequest(
  { clock, newId, store }: Environment,
  authorize: AuthorizeRequest,
): AuthRequestRow {
  return store.authRequests.put({
    id: newId('areq'),
    createdAt: clock.now(),
    clientId: authorize.client.clientId,
    redirectUri: authorize.redirectUri,
    scope: authorize.scope,
    state: authorize.state,
    nonce: authorize.nonce,
    codeChallenge: authorize.codeChallenge,
    prompt: authorize.prompt,
    loginHint: authorize.loginHint,
  });
}

/** The request of that id, if it is still to be answered. */
export function findAuthRequest(
  { clock, store }: Environment,
  id: string | undefined,
): AuthRequestRow | undefined {
  const row = store.authRequests.get(id ?? '');
  if (!row || row.endedAt !== undefined) return undefined;
  return row.createdAt + lifetimeMs > clock.now() ? row : undefined;
}
