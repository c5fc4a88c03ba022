import 'server-only';
import { findEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { toClientRow } from './rows';
import type { ClientRow } from './schema';

/** The client as it is now. @throws AppError not_found */
export async function readClient(
  scalekit: ScalekitClient,
  environment: string,
  clientId: string,
): Promise<ClientRow> {
  const { client } = await scalekit.clients.getClient({ clientId });
  if (!client) throw new AppError('not_found', `There is no client ${clientId} in this environment.`);
  return toClientRow(client, environment);
}

/**
 * Stops what would lock Keydesk out: ending the secret that it calls Scalekit with, known by its last characters.
 * @throws AppError conflict
 */
export async function requireNotOurSecret(
  scalekit: ScalekitClient,
  environment: string,
  { clientId, secretId }: { clientId: string; secretId: string },
): Promise<void> {
  const ours = findEnvironment(environment);
  if (ours?.clientId !== clientId) return;
  const { secrets } = await readClient(scalekit, environment, clientId);
  const suffix = secrets.find(({ id }) => id === secretId)?.suffix;
  if (!suffix || !ours.clientSecret.endsWith(suffix)) return;
  throw new AppError(
    'conflict',
    'Keydesk itself calls Scalekit with this secret. Give Keydesk another one first, and start it again.',
  );
}
