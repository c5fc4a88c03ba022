import { type Provider, provider as providerSchema } from '@/lib/scalekit/rest/provider-schema';
import { oauthEndpoints } from '../connections/oauth-endpoints.data';
import { toolCounts } from './catalogue.data';
import { featured } from './featured.data';

/** A provider of the catalogue, by its slug; little is known of most. */
export function builtInProvider(slug: string): Provider {
  const known = featured[slug];
  const identifier = slug.toUpperCase();
  const endpoints = oauthEndpoints[identifier];
  const isMcp = slug.endsWith('mcp');
  const oauth = { authorize_uri: endpoints?.authorizeUri ?? '', token_uri: endpoints?.tokenUri ?? '' };
  return providerSchema.parse({
    id: `prv_${String([...toolCounts.keys()].indexOf(slug) + 1).padStart(18, '0')}`,
    identifier,
    display_name: known?.name ?? slug.charAt(0).toUpperCase() + slug.slice(1),
    description: known?.description ?? '',
    categories: known?.categories ?? [],
    auth_patterns: [
      known
        ? { type: 'OAUTH', display_name: 'OAuth 2.0', is_mcp: isMcp, oauth_config: oauth }
        : { type: 'OAUTH', is_mcp: isMcp },
    ],
    display_priority: known ? 1 : 0,
    proxy_url: known?.proxyUrl ?? '',
    proxy_enabled: known !== undefined,
  });
}

/** The slugs of the providers that are there for everybody, in alphabetical order. */
export function builtInSlugs(): string[] {
  return [...toolCounts.keys()];
}
