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
import type { IssuerSession, NewCode } from './types';

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
    if (authorize.client.kind === 'environment' && context.endUsers) {
      return context.endUsers.authorize(request, authorize, parameters);
    }
    if (authorize.client.kind === 'machine') {
      if (context.agents) return context.agents.authorize(authorize);
      throw new OauthError('unauthorized_client', 'Nobody can sign in to this client.');
    }
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
  const code = issueCode(context, {
    clientId: authorize.client.clientId,
    redirectUri: authorize.redirectUri,
    subject: session.subject,
    sessionId: session.id,
    authTime: session.authTime,
    scope: authorize.scope,
    nonce: authorize.nonce,
    codeChallenge: authorize.codeChallenge,
  });
  return redirectBack(authorize, { code });
}

/** A code that can be redeemed once within ten minutes. */
export function issueCode(context: OauthContext, grant: NewCode): string {
  const code = newSecret();
  const expiresAt = nowSeconds(context) + codeSeconds;
  context.state.codes.set(code, { ...grant, id: context.newId('grt'), expiresAt, used: false });
  return code;
}

function sendBack(address: ReturnAddress, error: OauthError): Response {
  const answer = { error: error.code, error_description: error.description };
  // Applications are documented to get a 302.
  return redirectBack(address, answer, address.client.kind === 'environment' ? 302 : 303);
}

/** Sends the browser back to the application with an answer and the application's own state. */
export function redirectBack(
  { redirectUri, state }: Pick<ReturnAddress, 'redirectUri' | 'state'>,
  answer: Record<string, string>,
  status: 302 | 303 = 303,
): Response {
  const location = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) location.searchParams.set(name, value);
  if (state !== undefined) location.searchParams.set('state', state);
  return new Response(null, {
    status,
    headers: { location: location.href, 'cache-control': 'no-store' },
  });
}
