import { nowSeconds, type OauthContext } from './context';
import { OauthError } from './oauth-error';
import type { TokenReply } from './tokens';
import type { MachineTerms, OauthClient } from './types';

/**
 * A token with which a customer's machine calls the application's own API. It opens nothing here.
 * @param scope what the client asks for, of what it may have; all of it when unset
 * @throws OauthError invalid_scope
 */
export async function issueMachineToken(
  context: OauthContext,
  client: OauthClient,
  machine: MachineTerms,
  scope: string | undefined,
): Promise<TokenReply> {
  const { audience, customClaims, organizationId, tokenSeconds } = machine;
  const scopes = chooseScopes(machine.scopes, scope);
  const iat = nowSeconds(context);
  const access_token = await context.key.sign({
    sub: client.clientId,
    client_id: client.clientId,
    aud: audience,
    ...(organizationId && { oid: organizationId }),
    scopes,
    custom_claims: customClaims,
    jti: context.newId('tkn'),
    iat,
    nbf: iat,
    exp: iat + tokenSeconds,
  });
  return { access_token, token_type: 'Bearer', expires_in: tokenSeconds, scope: scopes.join(' ') };
}

function chooseScopes(allowed: string[], asked: string | undefined): string[] {
  if (asked === undefined) return allowed;
  const scopes = [...new Set(asked.split(' ').filter(Boolean))];
  const unknown = scopes.find((scope) => !allowed.includes(scope));
  if (unknown) throw new OauthError('invalid_scope', `The client may not have the scope ${unknown}.`);
  return scopes;
}
