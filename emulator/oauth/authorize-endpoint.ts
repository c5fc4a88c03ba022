import { authorizePage } from './authorize-page';
import {
  type AuthorizeRequest,
  type ReturnAddress,
  readAuthorizeRequest,
  readReturnAddress,
} from './authorize-request';
import { newSecret, nowSeconds, type OauthContext } from './context';
import { issuerCookie, readIssuerCookie } from './issuer-cookie';
import { OauthError } from './oauth-error';
import { errorPage } from './page';
import { type Parameters, readForm, readParameters } from './parameters';
import { endIssuerSession } from './state';
import type { IssuerSession } from './types';

const codeSeconds = 600;

/**
 * `GET /oauth/authorize` shows who can sign in, or passes a signed-in person straight through;
 * `POST` is the answer of that page: the request once more, with `person` or `deny`.
 */
export async function handleAuthorize(context: OauthContext, request: Request): Promise<Response> {
  let address: ReturnAddress;
  let parameters: Parameters;
  try {
    parameters =
      request.method === 'POST' ? await readForm(request) : readParameters(new URL(request.url).searchParams);
    address = readReturnAddress(context, parameters);
  } catch (error) {
    if (error instanceof OauthError) return errorPage(error);
    throw error;
  }
  try {
    const authorize = readAuthorizeRequest(address, parameters);
    return request.method === 'POST'
      ? answer(context, request, authorize, parameters)
      : ask(context, request, authorize, parameters);
  } catch (error) {
    if (error instanceof OauthError) return sendBack(address, error);
    throw error;
  }
}

function ask(
  context: OauthContext,
  request: Request,
  authorize: AuthorizeRequest,
  parameters: Parameters,
): Response {
  const session = currentSession(context, request);
  if (session && isFreshEnough(context, authorize, session)) return sendCode(context, authorize, session);
  if (authorize.prompt === 'none') {
    throw new OauthError('login_required', 'Nobody is signed in, or the sign-in is too old.');
  }
  return authorizePage({
    client: authorize.client,
    people: context.people(),
    loginHint: authorize.loginHint,
    redirectUri: authorize.redirectUri,
    parameters,
  });
}

function answer(
  context: OauthContext,
  request: Request,
  authorize: AuthorizeRequest,
  parameters: Parameters,
): Response {
  if (parameters.deny) throw new OauthError('access_denied', 'The person refused to sign in.');
  const person = context.people().find(({ subject }) => subject === parameters.person);
  if (!person) throw new OauthError('access_denied', 'There is no such person.');
  const previous = currentSession(context, request);
  if (previous) endIssuerSession(context.state, previous.id);
  const session = { id: context.newId('ses'), subject: person.subject, authTime: nowSeconds(context) };
  const cookie = newSecret();
  context.state.sessions.set(cookie, session);
  const response = sendCode(context, authorize, session);
  response.headers.append('set-cookie', issuerCookie(context.issuer(), cookie));
  return response;
}

function currentSession(context: OauthContext, request: Request): IssuerSession | undefined {
  const session = context.state.sessions.get(readIssuerCookie(request, context.issuer()) ?? '');
  return context.people().some(({ subject }) => subject === session?.subject) ? session : undefined;
}

function isFreshEnough(context: OauthContext, authorize: AuthorizeRequest, session: IssuerSession): boolean {
  if (authorize.prompt === 'login') return false;
  if (authorize.maxAge === undefined) return true;
  // max_age=0 means "now": a session made this very second does not count.
  return authorize.maxAge > 0 && nowSeconds(context) - session.authTime <= authorize.maxAge;
}

function sendCode(context: OauthContext, authorize: AuthorizeRequest, session: IssuerSession): Response {
  const code = newSecret();
  context.state.codes.set(code, {
    id: context.newId('grt'),
    clientId: authorize.client.clientId,
    redirectUri: authorize.redirectUri,
    subject: session.subject,
    sessionId: session.id,
    authTime: session.authTime,
    scope: authorize.scope,
    nonce: authorize.nonce,
    codeChallenge: authorize.codeChallenge,
    expiresAt: nowSeconds(context) + codeSeconds,
    used: false,
  });
  return redirectBack(authorize, { code });
}

function sendBack(address: ReturnAddress, error: OauthError): Response {
  return redirectBack(address, { error: error.code, error_description: error.description });
}

function redirectBack({ redirectUri, state }: ReturnAddress, answer: Record<string, string>): Response {
  const location = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) location.searchParams.set(name, value);
  if (state !== undefined) location.searchParams.set('state', state);
  return new Response(null, {
    status: 303,
    headers: { location: location.href, 'cache-control': 'no-store' },
  });
}
