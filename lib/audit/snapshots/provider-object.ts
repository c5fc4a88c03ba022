import 'server-only';
import { z } from 'zod';
import type { Provider } from '@/lib/scalekit/rest/provider-schema';
import { plainAddress } from './addresses';
import type { Fields, ObservedObject } from './observation';

const text = z.string().catch('');
const named = z.array(z.looseObject({ scope: text, name: text, field_name: text })).catch([]);

/** What is kept of a way to authorize: how, where, and what is asked for. Its other fields have any shape. */
const pattern = z.looseObject({
  type: text,
  display_name: text,
  fields: named,
  account_fields: named,
  oauth_config: z
    .looseObject({ authorize_uri: text, token_uri: text, user_info_uri: text, available_scopes: named })
    .partial()
    .catch({}),
});

/** A custom provider of the environment. An allow-list, as for connections: what is not named here is not kept. */
export function providerObject(provider: Provider): ObservedObject {
  const { identifier, display_name: name, description, proxy_url, proxy_enabled } = provider;
  return {
    id: identifier,
    name: name || identifier,
    fields: {
      displayName: name || identifier,
      description: description || null,
      proxyAddress: plainAddress(proxy_url),
      proxyEnabled: proxy_enabled,
      ...Object.assign({}, ...provider.auth_patterns.map(patternFields)),
    },
  };
}

function patternFields(given: unknown, index: number): Fields {
  const read = pattern.safeParse(given);
  if (!read.success) return { [`patterns/${index + 1}`]: 'of unknown shape' };
  const { type, display_name, oauth_config: oauth, fields, account_fields } = read.data;
  const names = (list: z.output<typeof named> = []) =>
    list.map((one) => one.scope || one.field_name || one.name).sort();
  return {
    [`patterns/${index + 1}`]: {
      type: type || 'Other',
      name: display_name,
      authorizationAddress: plainAddress(oauth.authorize_uri),
      tokenAddress: plainAddress(oauth.token_uri),
      userInfoAddress: plainAddress(oauth.user_info_uri),
      scopes: names(oauth.available_scopes).join(' '),
      fields: names([...fields, ...account_fields]).join(' '),
    },
  };
}
