import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { toResourceRow } from './rows';
import type { ResourceRow } from './schema';

/** The resource as it is now. @throws AppError not_found */
export async function readResource(scalekit: ScalekitClient, resourceId: string): Promise<ResourceRow> {
  const { resource } = await scalekit.clients.getResource({ resourceId });
  if (!resource) throw new AppError('not_found', `There is no resource ${resourceId} in this environment.`);
  return toResourceRow(resource);
}
