import 'server-only';
import { Issuer } from 'openid-client';
import { z } from 'zod';
import { env } from '@/lib/env';

const endpoint = z.url({ protocol: /^https?$/ });
const metadataSchema = z.object({
  authorization_endpoint: endpoint,
  end_session_endpoint: endpoint.optional().catch(undefined),
});

type Metadata = z.infer<typeof metadataSchema>;

const freshMs = 10 * 60_000;
let known: { metadata: Promise<Metadata>; readAt: number } | undefined;

/** The issuer's endpoints, read at most every ten minutes. Rejects when it does not answer within seconds. */
export function issuerMetadata(now = Date.now()): Promise<Metadata> {
  if (known && now - known.readAt < freshMs) return known.metadata;
  const metadata = Issuer.discover(`${env().STAFF_OIDC_ISSUER}/.well-known/openid-configuration`).then(
    (issuer) => metadataSchema.parse(issuer.metadata),
  );
  known = { metadata, readAt: now };
  metadata.catch(() => {
    known = undefined;
  });
  return metadata;
}

/**
 * The origins that signing in and out lead to. Some issuers answer elsewhere than at their own address,
 * and Chromium applies a page's `form-action` to the redirect after a form post.
 */
export async function issuerOrigins(): Promise<string[]> {
  const own = env().STAFF_OIDC_ISSUER;
  try {
    const { authorization_endpoint, end_session_endpoint } = await issuerMetadata();
    return origins([own, authorization_endpoint, end_session_endpoint]);
  } catch {
    return origins([own]);
  }
}

function origins(addresses: (string | undefined)[]): string[] {
  const given = addresses.filter((address) => address !== undefined);
  return [...new Set(given.map((address) => new URL(address).origin))];
}

/**
 * Where the issuer ends its own session and sends the person back to `returnTo`.
 * Null when it has no such place or does not answer: then only the console's session has ended.
 */
export async function issuerLogoutUrl(idToken: string | null, returnTo: string): Promise<string | null> {
  const metadata = await issuerMetadata().catch(() => null);
  if (!metadata?.end_session_endpoint) return null;
  const url = new URL(metadata.end_session_endpoint);
  if (idToken) url.searchParams.set('id_token_hint', idToken);
  url.searchParams.set('client_id', env().STAFF_OIDC_CLIENT_ID);
  url.searchParams.set('post_logout_redirect_uri', returnTo);
  return url.href;
}
