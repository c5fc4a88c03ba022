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
  prompt: 'none' | 'login' | undefined;
  maxAge?: number;
  codeChallenge?: string;
};

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
  if (!redirectUri || !client.redirectUris.includes(redirectUri)) {
    throw new OauthError(
      'invalid_request',
      'The redirect_uri is not one of those registered for the application.',
    );
  }
  return { client, redirectUri, state: parameters.state };
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
  if (!scope.split(' ').includes('openid')) {
    throw new OauthError('invalid_scope', 'The scope must contain openid.');
  }
  const { prompt } = parameters;
  if (prompt !== undefined && prompt !== 'none' && prompt !== 'login') {
    throw new OauthError('invalid_request', 'Only prompt=login and prompt=none are supported.');
  }
  return {
    ...address,
    scope,
    prompt,
    nonce: parameters.nonce,
    loginHint: parameters.login_hint,
    maxAge: readMaxAge(parameters.max_age),
    codeChallenge: readCodeChallenge(parameters),
  };
}

function readMaxAge(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) {
    throw new OauthError('invalid_request', 'The parameter max_age must be a number of seconds.');
  }
  return Number(text);
}

function readCodeChallenge(parameters: Parameters): string | undefined {
  const { code_challenge: challenge, code_challenge_method: method } = parameters;
  if (challenge === undefined && method === undefined) return undefined;
  if (method !== 'S256')
    throw new OauthError('invalid_request', 'Only code_challenge_method=S256 is supported.');
  if (!/^[\w-]{43}$/.test(challenge ?? '')) {
    throw new OauthError('invalid_request', 'The code_challenge must be a base64url SHA-256 digest.');
  }
  return challenge;
}
