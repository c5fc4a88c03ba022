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

/** The tokens of a person's sign-in; a refresh token only for the scope `offline_access`. */
export async function issueUserTokens(
  context: OauthContext,
  grant: Grant,
  person: Person,
): Promise<TokenReply> {
  const reply: TokenReply = {
    access_token: await signAccessToken(context, grant),
    token_type: 'Bearer',
    expires_in: userTokenSeconds,
    scope: grant.scope,
    id_token: await signIdToken(context, grant, person),
  };
  if (grant.scope.split(' ').includes('offline_access')) {
    reply.refresh_token = newSecret();
    const { id, clientId, subject, sessionId, authTime, scope } = grant;
    context.state.refreshTokens.set(reply.refresh_token, {
      ...{ id, clientId, subject, sessionId, authTime, scope },
      used: false,
    });
  }
  return reply;
}

function signAccessToken(context: OauthContext, grant: Grant): Promise<string> {
  const iat = nowSeconds(context);
  return context.key.sign({
    sub: grant.subject,
    aud: [grant.clientId],
    client_id: grant.clientId,
    sid: grant.sessionId,
    scope: grant.scope,
    jti: context.newId('tkn'),
    iat,
    nbf: iat,
    exp: iat + userTokenSeconds,
  });
}

function signIdToken(context: OauthContext, grant: Grant, person: Person): Promise<string> {
  const iat = nowSeconds(context);
  return context.key.sign({
    ...person.claims,
    sub: grant.subject,
    aud: [grant.clientId],
    azp: grant.clientId,
    ...profileOf(person),
    ...(grant.nonce ? { nonce: grant.nonce } : {}),
    auth_time: grant.authTime,
    sid: grant.sessionId,
    amr: ['pwd'],
    iat,
    exp: iat + idTokenSeconds,
  });
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
  const client = context.clients().find(({ clientId }) => clientId === payload.client_id);
  return client ? { clientId: client.clientId } : null;
}
