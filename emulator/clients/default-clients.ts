import type { Credentials } from '../credentials';
import type { Environment } from '../environment';
import { blankClient } from './environment-client';
import type { ClientRow, ClientType } from './rows';
import { findSecret, toSecretRow } from './secrets';

/**
 * Puts in the two applications of an emulated environment where they are missing, with the secrets they were given:
 * the one that calls the API and signs end users in, and the one that signs staff in to the console.
 * @param redirectUris where the staff's sign-in may return to
 */
export function ensureDefaultClients(
  environment: Environment,
  credentials: Credentials,
  redirectUris: string[],
): void {
  const { clientId, clientSecret, staffClientId, staffClientSecret } = credentials;
  const origins = [...new Set(redirectUris.map((uri) => new URL(uri).origin))];
  // A snapshot of another emulator brings that one's own along.
  for (const { id, clientType } of environment.store.clients.all().slice()) {
    if (clientType === 'ENV' && id !== clientId) environment.store.clients.delete(id);
  }
  const api = ensureClient(environment, clientId, 'ENV', clientSecret);
  environment.store.clients.put({ ...api, name: api.name || 'Environment client' });
  const staff = ensureClient(environment, staffClientId, 'WEB_APP', staffClientSecret);
  environment.store.clients.put({
    ...staff,
    name: 'Keydesk',
    postLoginUris: redirectUris,
    // The pages of signing in and out, or the front page, of where they came from.
    postLogoutRedirectUris: origins.flatMap((origin) => [
      origin,
      `${origin}/`,
      `${origin}/sign-in`,
      `${origin}/sign-out/done`,
    ]),
    disallowScalekitApiAccess: true,
  });
}

function ensureClient(
  { clock, newId, store }: Environment,
  id: string,
  clientType: ClientType,
  plainSecret: string,
): ClientRow {
  const now = clock.now();
  const row = store.clients.get(id) ?? blankClient(id, clientType, now);
  if (findSecret(row, plainSecret, now)) return row;
  return { ...row, secrets: [...row.secrets, toSecretRow(newId('sec'), plainSecret, now)] };
}
