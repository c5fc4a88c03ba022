import { createHash } from 'node:crypto';
import { hashSecret } from '../hash-secret';
import { authenticateClient } from './client-authentication';
import { nowSeconds, type OauthContext } from './context';
import { issueMachineToken } from './machine-token';
import { OauthError } from './oauth-error';
import { type Parameters, readForm } from './parameters';
import { revokeGrant } from './state';
import { describePerson, issueClientToken, issueUserTokens, type TokenReply } from './tokens';
import type { Grant, OauthClient } from './types';

/**
 * `POST /oauth/token`.
 * @throws OauthError in the words of RFC 6749 section 5.2
 */
export async function handleToken(context: OauthContext, request: Request): Promise<Response> {
  const parameters = await readForm(request);
  const client = authenticateClient(context, request, parameters);
  const reply = await exchange(context, client, parameters);
  return Response.json(reply, { headers: { 'cache-control': 'no-store', pragma: 'no-cache' } });
}

function exchange(context: OauthContext, client: OauthClient, parameters: Parameters): Promise<TokenReply> {
  switch (parameters.grant_type) {
    case 'client_credentials':
      if (client.machine) return issueMachineToken(context, client, client.machine, parameters.scope);
      if (!client.callsApi) {
        throw new OauthError('unauthorized_client', 'This client may only sign people in.');
      }
      return issueClientToken(context, client);
    case 'authorization_code':
      return redeemCode(context, client, parameters);
    case 'refresh_token':
      return refresh(context, client, parameters);
    case undefined:
      throw new OauthError('invalid_request', 'The parameter grant_type is missing.');
    default:
      throw new OauthError('unsupported_grant_type', `The grant type ${parameters.grant_type} is not known.`);
  }
}

function redeemCode(context: OauthContext, client: OauthClient, parameters: Parameters): Promise<TokenReply> {
  const { code, redirect_uri: redirectUri, code_verifier: verifier } = parameters;
  if (!code || !redirectUri) {
    throw new OauthError('invalid_request', 'The parameters code and redirect_uri are needed.');
  }
  const grant = context.state.codes.get(code);
  if (!grant || grant.clientId !== client.clientId) throw invalidGrant('The code is not known.');
  if (grant.used) {
    revokeGrant(context.state, grant.id);
    throw invalidGrant('The code has been used already.');
  }
  grant.used = true;
  if (nowSeconds(context) > grant.expiresAt) throw invalidGrant('The code has expired.');
  if (grant.redirectUri !== redirectUri)
    throw invalidGrant('The redirect_uri is not the one of the sign-in.');
  if (grant.codeChallenge !== challengeOf(verifier)) throw invalidGrant('The code_verifier does not match.');
  return issueFor(context, client, grant, code);
}

function refresh(context: OauthContext, client: OauthClient, parameters: Parameters): Promise<TokenReply> {
  const token = parameters.refresh_token;
  if (!token) throw new OauthError('invalid_request', 'The parameter refresh_token is missing.');
  const grant = context.state.refreshTokens.get(hashSecret(token));
  if (!grant || grant.clientId !== client.clientId) throw invalidGrant('The refresh token is not known.');
  if (grant.used) {
    revokeGrant(context.state, grant.id);
    throw invalidGrant('The refresh token has been used already.');
  }
  grant.used = true;
  return issueFor(context, client, grant);
}

function issueFor(
  context: OauthContext,
  client: OauthClient,
  grant: Grant,
  code?: string,
): Promise<TokenReply> {
  const claims = claimsOf(context, client, grant);
  if (!claims) throw invalidGrant('The session has ended, or the person is no longer known.');
  return issueUserTokens(context, grant, claims, code);
}

function claimsOf(context: OauthContext, { kind }: OauthClient, grant: Grant) {
  if (kind === 'web') return describePerson(context, grant);
  return (kind === 'machine' ? context.agents : context.endUsers)?.describe(grant);
}

function challengeOf(verifier: string | undefined): string | undefined {
  return verifier && createHash('sha256').update(verifier).digest('base64url');
}

function invalidGrant(description: string): OauthError {
  return new OauthError('invalid_grant', description);
}
