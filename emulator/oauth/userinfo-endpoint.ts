import type { OauthContext } from './context';
import { OauthError } from './oauth-error';
import { profileOf } from './tokens';

/**
 * `GET` or `POST /userinfo` with a person's access token.
 * @throws OauthError invalid_token (401)
 */
export async function handleUserinfo(context: OauthContext, request: Request): Promise<Response> {
  const token = /^bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const payload = token ? await context.key.verify(token) : null;
  // ID tokens carry no scope: they prove who signed in, they do not open endpoints.
  const isAccessToken = typeof payload?.scope === 'string';
  const person = isAccessToken && context.people().find(({ subject }) => subject === payload.sub);
  if (!person)
    throw new OauthError('invalid_token', 'The access token is missing, expired or not a person’s.', 401);
  return Response.json(
    { ...person.claims, sub: person.subject, ...profileOf(person) },
    { headers: { 'cache-control': 'no-store' } },
  );
}
