import type { AuthorizeRequest } from '../oauth/authorize-request';
import { OauthError } from '../oauth/oauth-error';
import type { Parameters } from '../oauth/parameters';
import { openAuthRequest, type SignInContext } from './auth-request';
import { findBrowserSession } from './browser-session';
import { fail, resume } from './finish';
import { logSignIn } from './log';
import type { AuthRequestRow } from './rows';
import { type Selection, selectConnection } from './select-connection';

/** Answers an application's request: sends the browser to the identity provider, to the hosted page, or back. */
export function authorizeUser(
  context: SignInContext,
  request: Request,
  authorize: AuthorizeRequest,
  parameters: Parameters,
): Response {
  const { environment } = context;
  const opened = openAuthRequest(environment, authorize);
  const current = findFittingSession(context, request, authorize, parameters);
  if (current) {
    logSignIn(environment, opened, environment.store.connections.get(current.connectionId));
    return resume(context, opened, current.session, current.connectionId);
  }
  try {
    const selection = selectConnection(environment, parameters);
    const authRequest = remember(context, opened, selection);
    logSignIn(environment, authRequest, selection.connection);
    if (authorize.prompt === 'none') {
      throw new OauthError('user_login_required', 'Nobody is signed in, or the sign-in is too old');
    }
    return goTo(authRequest);
  } catch (error) {
    if (!(error instanceof OauthError)) throw error;
    if (!environment.store.authLogs.get(opened.id)) logSignIn(environment, opened, undefined);
    return fail(context, opened, error);
  }
}

/** Where the person goes on: at their identity provider, once it is known which. */
export function goTo({ connectionId, id }: AuthRequestRow): Response {
  const location = `${connectionId ? '/sign-in/idp' : '/sign-in'}?request=${id}`;
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}

function remember(
  { environment }: SignInContext,
  opened: AuthRequestRow,
  { connection, organizationId }: Selection,
): AuthRequestRow {
  // There is no identity provider behind a mailed code: the hosted page asks for the address.
  const connectionId = connection?.type === 'PASSWORDLESS' ? undefined : connection?.id;
  return environment.store.authRequests.put({ ...opened, organizationId, connectionId });
}

// Whoever names another way in wants to sign in by it.
function findFittingSession(
  { environment }: SignInContext,
  request: Request,
  { maxAge, prompt }: AuthorizeRequest,
  parameters: Parameters,
) {
  const { connection_id, domain, domain_hint, login_hint: hint, organization_id, provider } = parameters;
  if (prompt === 'login' || prompt === 'create') return undefined;
  if (provider || connection_id || domain || domain_hint) return undefined;
  const current = findBrowserSession(environment, request);
  if (!current) return undefined;
  const { createdAt, organizationId, userId } = current.session;
  if (organization_id && organization_id !== organizationId) return undefined;
  if (hint && hint.toLowerCase() !== environment.store.users.get(userId)?.email) return undefined;
  const age = (environment.clock.now() - createdAt) / 1000;
  return maxAge === undefined || age <= maxAge ? current : undefined;
}
