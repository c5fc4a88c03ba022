import type { Environment } from '../environment';
import type { Site } from '../faces/pages';
import { redirectBack } from '../oauth/authorize-endpoint';
import { OauthError } from '../oauth/oauth-error';
import { errorPage } from '../oauth/page';
import { type Parameters, readForm, readParameters } from '../oauth/parameters';
import type { NewCode } from '../oauth/types';
import { overPage } from '../sign-in/over-page';
import { findConsent, grantConsent, isCovered } from './consent';
import { logLogin } from './log';
import { findByState } from './login-request';
import { consentPage, loginPage } from './pages';
import type { LoginRequestRow } from './rows';

const callbackPath = /^\/sso\/v1\/connections\/([^/]+)\/partner:callback$/;

type Context = { environment: Environment; issueCode: (grant: NewCode) => string };
type Person = { subject: string; email: string };

/**
 * Where a resource owner's login page sends people back to, who then allow the client what it asks for. And a login
 * page at `/partner-login`, for resources whose owner has none at hand.
 */
export function createPartnerSite({ environment, issueCode }: Context): Site {
  function goOn(parameters: Parameters, connectionId: string): Response {
    const row = findByState(environment, parameters.state);
    if (row?.connectionId !== connectionId) return overPage();
    const { answer } = row;
    if (!answer) {
      const text = 'Nobody has told Scalekit who signed in: call the API before you come back.';
      return errorPage(new OauthError('authentication_not_completed', text));
    }
    if (answer.failed) return fail(row, 'The login page says that the sign-in failed');
    if (parameters.answer === 'deny') return fail(row, 'User denied access');
    const consent = findConsent(environment, row.clientId, answer.subject);
    if (parameters.answer === 'allow' || isCovered(consent, row.scopes)) return succeed(row, answer);
    return consentPage(environment, row, answer.email, parameters.state ?? '');
  }

  function succeed(row: LoginRequestRow, { subject }: Person): Response {
    const { clientId, codeChallenge, connectionId, id, nonce, redirectUri, resourceId, scopes } = row;
    grantConsent(environment, { clientId, resourceId, externalUserId: subject, scopes });
    end(row, 'SUCCESS');
    const code = issueCode({
      ...{ clientId, codeChallenge, connectionId, nonce, redirectUri, subject, sessionId: id },
      scope: scopes.join(' '),
      authTime: Math.floor(environment.clock.now() / 1000),
    });
    return redirectBack(row, { code });
  }

  function fail(row: LoginRequestRow, description: string): Response {
    end(row, 'FAILED');
    return redirectBack(row, { error: 'access_denied', error_description: description });
  }

  function end(row: LoginRequestRow, status: 'SUCCESS' | 'FAILED'): void {
    environment.store.loginRequests.put({ ...row, endedAt: environment.clock.now() });
    logLogin(environment, row, status);
  }

  return {
    operation: (pathname) => {
      if (pathname === '/partner-login') return 'partner-login';
      return callbackPath.test(pathname) ? 'partner-login/callback' : undefined;
    },
    async handle(request) {
      const { pathname, searchParams } = new URL(request.url);
      const connectionId = callbackPath.exec(pathname)?.[1];
      if (!connectionId && pathname !== '/partner-login') return null;
      try {
        const parameters = request.method === 'POST' ? await readForm(request) : readParameters(searchParams);
        if (!connectionId) return loginPage(parameters);
        // A link alone must not allow anything.
        return goOn(request.method === 'POST' ? parameters : { state: parameters.state }, connectionId);
      } catch (error) {
        if (error instanceof OauthError) return errorPage(error);
        throw error;
      }
    },
  };
}
