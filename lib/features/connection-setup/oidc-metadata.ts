import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { type FoundMetadata, type OidcFields, oidcScopes } from './schema';

const wellKnown = '/.well-known/openid-configuration';

/** Where the discovery document of an issuer is; an address that already names one stays as it is. */
export function discoveryAddress(text: string): string {
  const url = new URL(text);
  if (url.pathname.endsWith(wellKnown)) return url.href;
  url.pathname = url.pathname.replace(/\/+$/, '') + wellKnown;
  return url.href;
}

const maybe = z.string().max(2048).optional().catch(undefined);
const names = z.array(z.string()).optional().catch(undefined);

const discovery = z.object({
  issuer: z.string().max(2048),
  authorization_endpoint: maybe,
  token_endpoint: maybe,
  userinfo_endpoint: maybe,
  jwks_uri: maybe,
  end_session_endpoint: maybe,
  scopes_supported: names,
  token_endpoint_auth_methods_supported: names,
  code_challenge_methods_supported: names,
});

/**
 * Reads an OpenID Connect discovery document.
 * @param source the address that answered
 * @throws AppError invalid, with a sentence on what is wrong with the document
 */
export function readDiscovery(text: string, source: string): FoundMetadata<OidcFields> {
  const parsed = discovery.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new AppError('invalid', 'What answers there is no discovery document: it names no issuer.');
  }
  const { data } = parsed;
  const scopes = oidcScopes.filter((scope) => data.scopes_supported?.includes(scope) ?? scope === 'openid');
  const fields: Partial<OidcFields> = {
    issuer: data.issuer,
    discoveryEndpoint: source,
    authorizeUri: data.authorization_endpoint,
    tokenUri: data.token_endpoint,
    userInfoUri: data.userinfo_endpoint,
    jwksUri: data.jwks_uri,
    scopes: scopes.includes('openid') ? scopes.filter((scope) => usual.has(scope)) : undefined,
    tokenAuthType: tokenAuthType(data.token_endpoint_auth_methods_supported),
    pkceEnabled: data.code_challenge_methods_supported?.includes('S256') || undefined,
  };
  return {
    source,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    certificates: [],
    notes: notesOn(data, source),
  };
}

// An address or a telephone number is nothing that signing in needs.
const usual = new Set<string>(['openid', 'profile', 'email']);

function parseJson(text: string): unknown {
  try {
    // Some servers begin with a byte order mark.
    return JSON.parse(text.trim());
  } catch {
    throw new AppError('invalid', 'What answers there is no discovery document: it is not JSON.');
  }
}

// A provider that says nothing takes Basic: that is the standard's default.
function tokenAuthType(methods: string[] = ['client_secret_basic']): OidcFields['tokenAuthType'] | undefined {
  if (methods.includes('client_secret_basic')) return 'BASIC_AUTH';
  return methods.includes('client_secret_post') ? 'URL_PARAMS' : undefined;
}

function notesOn(data: z.output<typeof discovery>, source: string): string[] {
  const expected = URL.canParse(data.issuer) && discoveryAddress(data.issuer) === source;
  return [
    ...(expected
      ? []
      : ['The issuer in it is not where it was found. Ask the customer which of the two is right.']),
    ...(/\{[^}]+\}/.test(data.issuer)
      ? ['The issuer has a blank in braces: use the address of the customer’s own tenant.']
      : []),
    ...(data.end_session_endpoint ? [] : ['It names no address for signing out there.']),
  ];
}
