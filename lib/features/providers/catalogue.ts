import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { Provider } from '@/lib/scalekit/rest/provider-schema';
import { type ProviderKind, providerPageSize } from './schema';

type Kept = { providers: Promise<Provider[]>; until: number };

/** The catalogue changes with Scalekit's releases; a dozen calls for each search would spend what customers sign in by. */
const keptMs = 10 * 60_000;
/** More pages than the catalogue has, so that a cursor that never ends does. */
const mostPages = 40;

const kept = new Map<string, Kept>();

/** All providers of a kind, to search in: the API compares whole identifiers alone. The environment's own are read anew. */
export async function readProviders(
  environment: string,
  kind: ProviderKind,
  scalekit: ScalekitClient,
): Promise<Provider[]> {
  const [own, builtIn] = await Promise.all([
    kind === 'built_in' ? [] : walk('CUSTOM', scalekit),
    kind === 'custom' ? [] : readCatalogue(environment, scalekit),
  ]);
  return [...own, ...builtIn];
}

function readCatalogue(environment: string, scalekit: ScalekitClient): Promise<Provider[]> {
  const known = kept.get(environment);
  if (known && Date.now() < known.until) return known.providers;
  const providers = walk('DEFAULT', scalekit);
  kept.set(environment, { providers, until: Date.now() + keptMs });
  // Whoever asks next tries again.
  providers.catch(() => kept.delete(environment));
  return providers;
}

async function walk(type: 'CUSTOM' | 'DEFAULT', scalekit: ScalekitClient): Promise<Provider[]> {
  const found: Provider[] = [];
  let token: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await scalekit.providers.list({
      filter: { provider_type: type },
      page_size: providerPageSize,
      page_token: token,
    });
    found.push(...answer.providers);
    if (!answer.next_page_token) return found;
    token = answer.next_page_token;
  }
  return found;
}
