import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { hashSecret } from '../hash-secret';
import { newSecret, nowSeconds, type OauthContext } from './context';
import type { Grant, OauthClient, Person } from './types';

export const clientTokenSeconds = 86_399;
const userTokenSeconds = 299;
const idTokenSeconds = 3600;

/** What the token endpoint answers. */
export type TokenReply = {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
  scope: string;
  id_token?: string;
  refresh_token?: string;
};

/** An API token for an application itself (client credentials). */
export async function issueClientToken(context: OauthContext, client: OauthClient): Promise<TokenReply> {
  const iat = nowSeconds(context);
  const access_token = await context.key.sign({
    sub: client.clientId,
    client_id: client.clientId,
    aud: [context.issuer()],
    gty: 'client-credentials',
    scope: 'openid',
    jti: context.newId('tkn'),
    iat,
    exp: iat + clientTokenSeconds,
  });
  return { access_token, token_type: 'Bearer', expires_in: clientTokenSeconds, scope: 'openid' };
}

/** What the tokens of a sign-in say besides what all tokens say. */
export type Claims = {
  idToken: JWTPayload;
  accessToken: JWTPayload;
  /** How long the access token lives; five minutes, when unset. */
  accessTokenSeconds?: number;
};

/**
 * The tokens of a sign-in; a refresh token only for the scope `offline_access`.
 * @param code the one that they were redeemed for
 */
export async function issueUserTokens(
  context: OauthContext,
  grant: Grant,
  claims: Claims,
  code?: string,
): Promise<TokenReply> {
  const seconds = claims.accessTokenSeconds ?? userTokenSeconds;
  const accessToken = await signAccessToken(context, grant, claims.accessToken, seconds);
  const hashes = { at_hash: halfHash(accessToken), ...(code && { c_hash: halfHash(code) }) };
  const reply: TokenReply = {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: seconds,
    scope: grant.scope,
    id_token: await signIdToken(context, grant, { ...claims.idToken, ...hashes }),
  };
  if (grant.scope.split(' ').includes('offline_access')) {
    reply.refresh_token = newSecret();
    const { id, clientId, subject, sessionId, authTime, scope, organizationId, connectionId } = grant;
    context.state.refreshTokens.set(hashSecret(reply.refresh_token), {
      ...{ id, clientId, subject, sessionId, authTime, scope, organizationId, connectionId },
      used: false,
    });
  }
  return reply;
}

function signAccessToken(
  context: OauthContext,
  grant: Grant,
  claims: JWTPayload,
  seconds: number,
): Promise<string> {
  const iat = nowSeconds(context);
  return context.key.sign({
    aud: [grant.clientId],
    ...claims,
    sub: grant.subject,
    sid: grant.sessionId,
    jti: context.newId('tkn'),
    iat,
    nbf: iat,
    exp: iat + seconds,
  });
}

function signIdToken(context: OauthContext, grant: Grant, claims: JWTPayload): Promise<string> {
  const iat = nowSeconds(context);
  return context.key.sign({
    ...claims,
    sub: grant.subject,
    aud: [grant.clientId],
    azp: grant.clientId,
    ...(grant.nonce ? { nonce: grant.nonce } : {}),
    iat,
    exp: iat + idTokenSeconds,
  });
}

// OpenID Connect Core 3.3.2.11: the left half of the SHA-256.
function halfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
}

/** What tokens say of one of the staff; null when they are no longer known. */
export function describePerson(context: OauthContext, grant: Grant): Claims | null {
  const person = context.people().find(({ subject }) => subject === grant.subject);
  if (!person) return null;
  const { authTime: auth_time, clientId: client_id, scope, sessionId: sid } = grant;
  return {
    idToken: { ...person.claims, ...profileOf(person), auth_time, sid, amr: ['pwd'] },
    accessToken: { client_id, scope },
  };
}

/** The standard claims about a person, as the ID token and `/userinfo` carry them. */
export function profileOf(person: Person): { email: string; email_verified: boolean; name: string } {
  return { email: person.email, email_verified: person.emailVerified, name: person.name };
}

/** The application that a client-credentials token speaks for; null for anything else, a person's token included. */
export async function verifyClientToken(
  context: OauthContext,
  token: string,
): Promise<{ clientId: string } | null> {
  const payload = await context.key.verify(token);
  if (payload?.gty !== 'client-credentials') return null;
  if (String(payload.jti) <= context.state.clientTokensAfter) return null;
  const client = context.findApplication(String(payload.client_id));
  return client?.callsApi ? { clientId: client.clientId } : null;
}
