import type { JWTPayload } from 'jose';
import { isRegistered } from './authorize-request';
import { findClient, type OauthContext } from './context';
import { issuerCookie, readIssuerCookie } from './issuer-cookie';
import { OauthError } from './oauth-error';
import { errorPage, page } from './page';
import { type Parameters, readForm, readParameters } from './parameters';
import { endIssuerSession } from './state';

/** `GET` or `POST /oidc/logout`: ends the issuer's session, then returns to a registered address if one is named. */
export async function handleLogout(context: OauthContext, request: Request): Promise<Response> {
  try {
    const parameters =
      request.method === 'POST' ? await readForm(request) : readParameters(new URL(request.url).searchParams);
    const hint = await readHint(context, parameters);
    const location = returnLocation(context, parameters, hint?.clientId);
    endSessions(context, request, hint);
    const response = location
      ? new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
      : page({
          title: 'You are signed out',
          body: '<p>Your session at the identity provider has ended.</p>',
        });
    response.headers.append('set-cookie', issuerCookie(context.issuer()));
    return response;
  } catch (error) {
    if (error instanceof OauthError) return errorPage(error);
    throw error;
  }
}

type Hint = { clientId: string; sessionId?: string; idToken?: JWTPayload };

/** Whose session it is. An expired ID token is still a good hint. */
async function readHint(context: OauthContext, parameters: Parameters): Promise<Hint | null> {
  const { id_token_hint: idToken, client_id: clientId } = parameters;
  if (!idToken) return clientId ? { clientId } : null;
  const payload = await context.key.verify(idToken, { ignoreExpiry: true });
  if (!payload) throw new OauthError('invalid_request', 'The id_token_hint was not issued here.');
  const audience = [payload.aud].flat()[0];
  if (!audience || (clientId && clientId !== audience)) {
    throw new OauthError('invalid_request', 'The id_token_hint belongs to another application.');
  }
  const sessionId = typeof payload.sid === 'string' ? payload.sid : undefined;
  return { clientId: audience, sessionId, idToken: payload };
}

function returnLocation(
  context: OauthContext,
  parameters: Parameters,
  clientId: string | undefined,
): string | null {
  const wanted = parameters.post_logout_redirect_uri;
  if (!wanted) return null;
  const client = findClient(context, clientId);
  if (!client || !isRegistered(client, client.postLogoutRedirectUris, wanted)) {
    throw new OauthError(
      'invalid_request',
      'The post_logout_redirect_uri is not one of those registered for the application.',
    );
  }
  const location = new URL(wanted);
  if (parameters.state) location.searchParams.set('state', parameters.state);
  return location.href;
}

// An application signs out its own people; a request that names none signs out everybody in the browser.
function endSessions(context: OauthContext, request: Request, hint: Hint | null): void {
  const kind = findClient(context, hint?.clientId)?.kind;
  if (kind !== 'web') context.endUsers?.logout(request, hint?.idToken ?? null);
  if (kind === 'environment') return;
  const own = context.state.sessions.get(readIssuerCookie(request, context.issuer()) ?? '');
  for (const sessionId of [own?.id, hint?.sessionId]) {
    if (sessionId) endIssuerSession(context.state, sessionId);
  }
}
