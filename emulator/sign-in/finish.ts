import type { ConnectionRow } from '../connections/rows';
import { redirectBack } from '../oauth/authorize-endpoint';
import { OauthError } from '../oauth/oauth-error';
import { describeDevice } from '../sessions/device';
import { startSession, touchSession } from '../sessions/lifecycle';
import type { SessionRow } from '../sessions/rows';
import { admit } from './admit';
import type { SignInContext } from './auth-request';
import { rememberSession } from './browser-session';
import { logStep } from './log';
import type { Identity } from './recognize-user';
import type { AuthRequestRow } from './rows';

/** Somebody proved who they are: begins their session and sends a code, or the reason why they may not come in. */
export function succeed(
  context: SignInContext,
  request: Request,
  authRequest: AuthRequestRow,
  connection: ConnectionRow,
  identity: Identity,
): Response {
  const { environment } = context;
  logStep(environment, authRequest, 'PENDING', { connection, email: identity.email });
  try {
    const { organizationId, user } = admit(environment, connection, identity, authRequest.organizationId);
    const session = startSession(environment, {
      userId: user.id,
      organizationId,
      clientId: authRequest.clientId,
      device: describeDevice(request.headers.get('user-agent') ?? '', '127.0.0.1'),
      authRequestId: authRequest.id,
      connectionId: connection.id,
    });
    const response = sendCode(context, authRequest, session, connection.id);
    response.headers.append('set-cookie', rememberSession(environment, session.id, connection.id));
    return response;
  } catch (error) {
    if (error instanceof OauthError) return fail(context, authRequest, error, { email: identity.email });
    throw error;
  }
}

/** Somebody is signed in already: a code for the session that they have. */
export function resume(
  context: SignInContext,
  authRequest: AuthRequestRow,
  session: SessionRow,
  connectionId: string,
): Response {
  touchSession(context.environment, session.id);
  return sendCode(context, authRequest, session, connectionId);
}

/** Ends a sign-in with an error for the application. */
export function fail(
  { environment }: SignInContext,
  authRequest: AuthRequestRow,
  { code, description }: OauthError,
  known: { email?: string } = {},
): Response {
  end(environment, authRequest);
  logStep(environment, authRequest, 'FAILED', known);
  return redirectBack(authRequest, { error: code, error_description: description }, 302);
}

function sendCode(
  { environment, issueCode }: SignInContext,
  authRequest: AuthRequestRow,
  session: SessionRow,
  connectionId: string,
): Response {
  const { clientId, codeChallenge, nonce, redirectUri, scope } = authRequest;
  const { organizationId, userId } = session;
  end(environment, authRequest);
  logStep(environment, authRequest, 'SUCCESS', {
    organizationId,
    email: environment.store.users.get(userId)?.email,
  });
  const code = issueCode({
    ...{ clientId, codeChallenge, nonce, redirectUri, scope, organizationId, connectionId },
    subject: userId,
    sessionId: session.id,
    authTime: Math.floor(session.createdAt / 1000),
  });
  return redirectBack(authRequest, { code }, 302);
}

function end({ clock, store }: SignInContext['environment'], authRequest: AuthRequestRow): void {
  store.authRequests.put({ ...authRequest, endedAt: clock.now() });
}
