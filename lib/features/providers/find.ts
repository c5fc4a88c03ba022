import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { Provider } from '@/lib/scalekit/rest/provider-schema';

/** A provider by its identifier, custom or built in: the API has a list and no single read. @throws AppError not_found */
export async function readProvider(scalekit: ScalekitClient, identifier: string): Promise<Provider> {
  const { providers } = await scalekit.providers.list({
    identifier,
    filter: { provider_type: 'ALL' },
    page_size: 5,
  });
  const found = providers.find((one) => one.identifier === identifier);
  if (!found) throw new AppError('not_found', `There is no provider ${identifier} in this environment.`);
  return found;
}

/** A provider of the environment's own, before it is written to. @throws AppError not_found, forbidden */
export async function requireCustom(scalekit: ScalekitClient, identifier: string): Promise<Provider> {
  const provider = await readProvider(scalekit, identifier);
  if (provider.is_custom) return provider;
  throw new AppError('conflict', `${provider.display_name} comes with Scalekit: nobody can change it here.`);
}
