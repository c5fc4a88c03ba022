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
  // ID tokens carry no id of their own: they prove who signed in, they do not open endpoints.
  const subject = typeof payload?.jti === 'string' ? payload.sub : undefined;
  const claims = subject ? (staffInfo(context, subject) ?? context.endUsers?.userinfo(subject)) : undefined;
  if (!claims) {
    throw new OauthError('invalid_token', 'The access token is missing, expired or not a person’s.', 401);
  }
  return Response.json({ ...claims, sub: subject }, { headers: { 'cache-control': 'no-store' } });
}

function staffInfo(context: OauthContext, wanted: string) {
  const person = context.people().find(({ subject }) => subject === wanted);
  return person && { ...person.claims, ...profileOf(person) };
}
