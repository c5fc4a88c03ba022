import { randomBytes } from 'node:crypto';
import type { NewId } from './ids';
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
