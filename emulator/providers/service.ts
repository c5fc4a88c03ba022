import type { describedOperations } from '@/lib/scalekit/rest/described-operations';
import { type Provider, provider as providerSchema } from '@/lib/scalekit/rest/provider-schema';
import type { DescribedImplementations } from '../described-face';
import type { Environment } from '../environment';
import { notFound } from '../errors';
import { pageNames } from '../tools/page-names';
import { builtInProvider, builtInSlugs } from './built-in';
import type { CustomProviderRow } from './rows';

type Sent = (typeof describedOperations.customProviders.create)['input']['_output']['provider'];

const sizes = { fallback: 10, limit: 30 };

/** The providers there are, and those that the environment adds. */
export function providerServices(
  environment: Environment,
): Pick<DescribedImplementations, 'providers' | 'customProviders'> {
  const { clock, newId, store } = environment;

  function requireCustom(identifier: string): CustomProviderRow {
    const [row] = store.customProviders.findBy('identifier', identifier);
    if (!row) throw notFound(`provider ${identifier}`);
    return row;
  }

  return {
    providers: {
      list({ identifier, filter, page_size = 0, page_token = '' }) {
        const type = filter?.provider_type ?? 'DEFAULT';
        const custom = type === 'DEFAULT' ? [] : store.customProviders.all().map((row) => row.identifier);
        const builtIn = type === 'CUSTOM' ? [] : builtInSlugs().map((slug) => slug.toUpperCase());
        const wanted = identifier?.toUpperCase();
        const all = [...builtIn, ...custom].filter((one) => !wanted || one.toUpperCase() === wanted).sort();
        const { names, totalSize, nextPageToken, prevPageToken } = pageNames(
          all,
          { pageSize: page_size, pageToken: page_token },
          sizes,
        );
        return {
          providers: names.map((name) => {
            const [row] = store.customProviders.findBy('identifier', name);
            return row?.provider ?? builtInProvider(name.toLowerCase());
          }),
          total_size: totalSize,
          next_page_token: nextPageToken,
          prev_page_token: prevPageToken,
        };
      },
    },

    customProviders: {
      create({ provider: sent }) {
        const id = newId('prv');
        const identifier = identifierFor(sent.display_name, id);
        const provider = toProvider(id, identifier, sent);
        store.customProviders.put({ id, createdAt: clock.now(), identifier, provider });
        return { provider };
      },

      update({ identifier, provider: sent }) {
        const row = requireCustom(identifier);
        const provider = toProvider(row.id, identifier, { ...row.provider, ...sent });
        store.customProviders.put({ ...row, provider });
        return { provider };
      },

      delete({ identifier }) {
        store.customProviders.delete(requireCustom(identifier).id);
        return {};
      },
    },
  };
}

// The service makes identifiers of its own; the name is in them, the id makes them unique.
function identifierFor(displayName: string, id: string): string {
  const name = displayName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '');
  return `${name || 'custom'}-${id.slice(-8)}`;
}

function toProvider(id: string, identifier: string, sent: Sent | Provider): Provider {
  const isMcp = sent.auth_patterns.some(({ is_mcp }) => is_mcp === true);
  return providerSchema.parse({ ...sent, id, identifier, is_custom: true, is_custom_mcp: isMcp });
}
