import { findClient, type OauthContext } from './context';
import { OauthError } from './oauth-error';
import type { Parameters } from './parameters';
import type { OauthClient } from './types';

/**
 * The application behind a token request, by Basic header or by form body.
 * @throws OauthError invalid_client (401), invalid_request when both ways are used at once
 */
export function authenticateClient(
  context: OauthContext,
  request: Request,
  parameters: Parameters,
): OauthClient {
  const basic = readBasic(request.headers.get('authorization'));
  if (basic && parameters.client_secret) {
    throw new OauthError('invalid_request', 'The client authenticated in two ways at once.');
  }
  const id = basic?.id ?? parameters.client_id;
  const secret = basic?.secret ?? parameters.client_secret;
  const client = findClient(context, id);
  if (client?.isPublic && !secret) return client;
  if (!client || !secret || !client.acceptsSecret(secret)) {
    throw new OauthError('invalid_client', 'Client authentication failed.', 401);
  }
  return client;
}

function readBasic(header: string | null): { id: string; secret: string } | null {
  const encoded = /^basic (.+)$/i.exec(header ?? '')?.[1];
  if (!encoded) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) throw new OauthError('invalid_client', 'The Basic header cannot be read.', 401);
  return { id: decode(text.slice(0, colon)), secret: decode(text.slice(colon + 1)) };
}

// RFC 6749 section 2.3.1: both parts are form-encoded before they are joined.
function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    throw new OauthError('invalid_client', 'The Basic header cannot be read.', 401);
  }
}
