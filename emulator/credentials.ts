import { randomBytes } from 'node:crypto';
import type { NewId } from './ids';
import type { OauthClient } from './oauth/types';
import type { Snapshot } from './snapshot-file';

export type Credentials = Snapshot['credentials'];

/** What was given, else what the last run had, else something new. */
export function chooseCredentials(
  newId: NewId,
  given: Partial<Credentials>,
  saved: Credentials | undefined,
): Credentials {
  return {
    clientId: given.clientId ?? saved?.clientId ?? newId('skc'),
    clientSecret: given.clientSecret ?? saved?.clientSecret ?? newSecret(),
    staffClientId: given.staffClientId ?? saved?.staffClientId ?? newId('skc'),
    staffClientSecret: given.staffClientSecret ?? saved?.staffClientSecret ?? newSecret(),
  };
}

function newSecret(): string {
  return `test_${randomBytes(32).toString('base64url')}`;
}

/**
 * The two applications of an emulated environment: the API client, and the one that signs staff in.
 * After signing out, staff may be sent to the pages of signing in and out, or the front page, of where they came from.
 */
export function listClients(credentials: Credentials, redirectUris: string[]): OauthClient[] {
  const origins = [...new Set(redirectUris.map((uri) => new URL(uri).origin))];
  return [
    {
      clientId: credentials.clientId,
      clientSecret: credentials.clientSecret,
      kind: 'environment',
      redirectUris: [],
      postLogoutRedirectUris: [],
    },
    {
      clientId: credentials.staffClientId,
      clientSecret: credentials.staffClientSecret,
      kind: 'web',
      name: 'Keydesk',
      redirectUris,
      postLogoutRedirectUris: origins.flatMap((origin) => [
        origin,
        `${origin}/`,
        `${origin}/sign-in`,
        `${origin}/sign-out/done`,
      ]),
    },
  ];
}
