import type { DirectoryRow } from '../directories/rows';
import { findWorkingSecret } from '../directories/secrets';
import type { Environment } from '../environment';
import { ScimError } from './scim-error';

/**
 * The directory that the bearer secret of a request opens; the secret's last use is noted.
 * @throws ScimError 401 when the secret is missing, wrong, replaced or expired; 403 when the directory is disabled
 */
export function authenticate(environment: Environment, request: Request, directoryId: string): DirectoryRow {
  const { clock, store } = environment;
  const plainSecret = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (!plainSecret) throw new ScimError(401, 'A bearer token is required.');
  const directory = store.directories.get(directoryId);
  const secret = findWorkingSecret(environment, directoryId, plainSecret);
  // One answer for both: who has no secret does not learn which directories exist.
  if (!directory || !secret) throw new ScimError(401, 'The bearer token is not valid for this directory.');
  store.directorySecrets.put({ ...secret, lastUsedAt: clock.now() });
  if (!directory.enabled) throw new ScimError(403, 'The directory is disabled.');
  return directory;
}
