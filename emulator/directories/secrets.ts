import { randomBytes } from 'node:crypto';
import type { Environment } from '../environment';
import { hashSecret } from '../hash-secret';
import type { DirectoryRow, DirectorySecretRow } from './rows';

/** How long a secret works: the documented sample lives a year. */
export const secretMs = 365 * 86_400_000;

/** A new bearer secret, whose value is known this once. Those that exist go on working. */
export function createDirectorySecret(environment: Environment, { id }: DirectoryRow) {
  const { clock, newId, store } = environment;
  // The real service documents no shape.
  const plainSecret = `emudir_${randomBytes(36).toString('base64url')}`;
  const now = clock.now();
  const secret = store.directorySecrets.put({
    id: newId('sec'),
    createdAt: now,
    directoryId: id,
    secretHash: hashSecret(plainSecret),
    suffix: plainSecret.slice(-4),
    status: 'ACTIVE',
    expiresAt: now + secretMs,
  });
  return { plainSecret, secret };
}

/** A new bearer secret in the place of all that exist: those stop working at once. */
export function regenerateDirectorySecret(environment: Environment, directory: DirectoryRow) {
  const { store } = environment;
  for (const row of store.directorySecrets.findBy('directoryId', directory.id)) {
    store.directorySecrets.put({ ...row, status: 'INACTIVE' });
  }
  return createDirectorySecret(environment, directory);
}

/** The directory's secret with this value, if it works now. */
export function findWorkingSecret(
  { clock, store }: Environment,
  directoryId: string,
  plainSecret: string,
): DirectorySecretRow | undefined {
  const [row] = store.directorySecrets.findBy('secretHash', hashSecret(plainSecret));
  const works = row?.directoryId === directoryId && row.status === 'ACTIVE' && row.expiresAt > clock.now();
  return works ? row : undefined;
}
