import { findClient, type OauthContext } from './context';
import { OauthError } from './oauth-error';
import type { Parameters } from './parameters';
import type { OauthClient } from './types';

/** A checked authorization request. `maxAge` is in seconds. */
export type AuthorizeRequest = {
  client: OauthClient;
  redirectUri: string;
  scope: string;
  state?: string;
  nonce?: string;
  loginHint?: string;
  prompt: Prompt | undefined;
  maxAge?: number;
  codeChallenge?: string;
};

const prompts = ['none', 'login', 'consent', 'create'] as const;
export type Prompt = (typeof prompts)[number];

/** Where answers may go. Until client and address are known, no answer may leave the issuer. */
export type ReturnAddress = { client: OauthClient; redirectUri: string; state?: string };

/**
 * Finds the application and checks its address.
 * @throws OauthError to be shown as a page here, never sent to the address
 */
export function readReturnAddress(context: OauthContext, parameters: Parameters): ReturnAddress {
  const client = findClient(context, parameters.client_id);
  if (!client)
    throw new OauthError('invalid_client', 'No application with this client_id is registered here.');
  const redirectUri = parameters.redirect_uri;
  if (!redirectUri || !isRegistered(client, client.redirectUris, redirectUri)) {
    throw new OauthError(
      'invalid_request',
      'The redirect_uri is not one of those registered for the application.',
    );
  }
  return { client, redirectUri, state: parameters.state };
}

/** True for an address among those registered, and for any of this machine where the client allows that. */
export function isRegistered(client: OauthClient, registered: string[], uri: string): boolean {
  if (registered.includes(uri)) return true;
  if (!client.allowsLoopback || !URL.canParse(uri)) return false;
  const { hostname, protocol } = new URL(uri);
  return /^https?:$/.test(protocol) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/**
 * Checks the rest of an authorization request.
 * @throws OauthError to be sent back to the application
 */
export function readAuthorizeRequest(address: ReturnAddress, parameters: Parameters): AuthorizeRequest {
  if (parameters.response_type !== 'code') {
    throw new OauthError('unsupported_response_type', 'Only response_type=code is supported.');
  }
  const scope = parameters.scope ?? 'openid profile email';
  if (address.client.kind !== 'machine' && !scope.split(' ').includes('openid')) {
    throw new OauthError('invalid_scope', 'The scope must contain openid.');
  }
  return {
    ...address,
    scope,
    prompt: readPrompt(address.client, parameters.prompt),
    nonce: parameters.nonce,
    loginHint: parameters.login_hint,
    maxAge: readMaxAge(parameters.max_age),
    codeChallenge: readCodeChallenge(address.client, parameters),
  };
}

// Staff are only asked who they are; applications may also ask to sign up.
function readPrompt({ kind }: OauthClient, text: string | undefined): Prompt | undefined {
  const allowed = kind === 'web' ? prompts.slice(0, 2) : prompts;
  const prompt = allowed.find((one) => one === text);
  if (text === undefined || prompt) return prompt;
  throw new OauthError('invalid_request', `Only prompt=${allowed.join(', prompt=')} are supported.`);
}

function readMaxAge(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) {
    throw new OauthError('invalid_request', 'The parameter max_age must be a number of seconds.');
  }
  return Number(text);
}

function readCodeChallenge(client: OauthClient, parameters: Parameters): string | undefined {
  const { code_challenge: challenge, code_challenge_method: method } = parameters;
  if (challenge === undefined && method === undefined) {
    if (!client.enforcesPkce) return undefined;
    throw new OauthError('invalid_request', 'The application has to send a code_challenge.');
  }
  if (method !== 'S256')
    throw new OauthError('invalid_request', 'Only code_challenge_method=S256 is supported.');
  if (!/^[\w-]{43}$/.test(challenge ?? '')) {
    throw new OauthError('invalid_request', 'The code_challenge must be a base64url SHA-256 digest.');
  }
  return challenge;
}
