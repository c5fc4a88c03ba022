import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { toResourceClientRow, toResourceRow } from './rows';
import type { ResourceClientRow, ResourceRow } from './schema';

/** The resource as it is now. @throws AppError not_found */
export async function readResource(scalekit: ScalekitClient, resourceId: string): Promise<ResourceRow> {
  const { resource } = await scalekit.clients.getResource({ resourceId });
  if (!resource) throw new AppError('not_found', `There is no resource ${resourceId} in this environment.`);
  return toResourceRow(resource);
}

/** A client of a resource as it is now. @throws AppError not_found */
export async function readResourceClient(
  scalekit: ScalekitClient,
  one: { resourceId: string; clientId: string },
): Promise<ResourceClientRow> {
  const { client } = await scalekit.clients.getResourceClient(one);
  if (!client) throw new AppError('not_found', `The resource has no client ${one.clientId}.`);
  return toResourceClientRow(client);
}

/** @throws AppError invalid beside the field when the typed name is not the resource's own */
export async function requireTypedName(
  scalekit: ScalekitClient,
  resourceId: string,
  typed: string,
): Promise<void> {
  const { name } = await readResource(scalekit, resourceId);
  if (name === typed.trim()) return;
  const fieldErrors = { confirmName: `Type the name as it is: ${name}` };
  throw new AppError('invalid', 'The typed name does not match.', { fieldErrors });
}
