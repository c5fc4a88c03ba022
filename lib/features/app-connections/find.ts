import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { connectionsPb } from '@/lib/scalekit/services';
import { settingsCaseOf } from './current';

/** A connection of the environment. @throws AppError not_found, also for one that belongs to an organization */
export async function readConnection(
  scalekit: ScalekitClient,
  connectionId: string,
): Promise<connectionsPb.Connection> {
  const { connection } = await scalekit.connections.getEnvironmentConnection({ connectionId });
  if (!connection || connection.organizationId) {
    throw new AppError('not_found', `There is no app connection ${connectionId} in this environment.`);
  }
  return connection;
}

/**
 * The connection, before it is written to. Login methods answer to the same routes, and changing one would hit everybody's
 * sign-in: only the list of app connections tells them apart. Where an environment refuses that list, the id has to do.
 * @throws AppError not_found
 */
export async function requireAppConnection(
  scalekit: ScalekitClient,
  connectionId: string,
): Promise<connectionsPb.Connection> {
  const connection = await readConnection(scalekit, connectionId);
  const { keyId = '', providerKey } = connection;
  const narrowed = keyId.length >= 3 && keyId.length <= 100 ? { query: keyId } : { provider: providerKey };
  const page = await scalekit.connections.listAppConnections({ pageSize: 30, ...narrowed }).catch(orNothing);
  const isListed = page?.connections.some(({ id }) => id === connectionId) ?? true;
  if (isListed || page?.nextPageToken) return connection;
  throw new AppError('not_found', `${connectionId} is a way for people to sign in, no app connection.`);
}

function orNothing(cause: unknown): null {
  if (cause instanceof AppError && (cause.code === 'forbidden' || cause.code === 'unavailable')) return null;
  throw cause;
}

/** The connection, if it still takes the settings whose form was filled. @throws AppError not_found, conflict */
export async function requireOfKind(
  scalekit: ScalekitClient,
  connectionId: string,
  kind: ReturnType<typeof settingsCaseOf>,
): Promise<connectionsPb.Connection> {
  const connection = await requireAppConnection(scalekit, connectionId);
  if (settingsCaseOf(connection) === kind) return connection;
  throw new AppError('conflict', 'This connection is of another type by now. Load the page anew.');
}
