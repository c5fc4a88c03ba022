import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { Environment } from '../environment';
import type { Site } from '../faces/pages';
import { OauthError } from '../oauth/oauth-error';
import { errorPage } from '../oauth/page';
import { readForm, readParameters } from '../oauth/parameters';
import type { EndUsers } from '../oauth/types';
import { endSession, touchSession } from '../sessions/lifecycle';
import { type SessionRow, sessionStatus } from '../sessions/rows';
import type { SignInContext } from './auth-request';
import { authorizeUser } from './authorize';
import { findBrowserSession, forgetSession } from './browser-session';
import { describeUser, userClaims } from './claims';
import { beginTest, endTest } from './connection-test';
import { chooseEmail, chooseMethod, proveAddress, showHosted } from './hosted';
import { providerMetadata } from './provider-metadata';
import { samlMetadata } from './saml-metadata';
import { answerSimulator, showSimulator } from './simulator';

/** The application's users for the issuer: how they sign in, what tokens say of them, how they sign out. */
export function createEndUsers(context: SignInContext): EndUsers {
  const { environment } = context;
  return {
    authorize: (request, authorize, parameters) => authorizeUser(context, request, authorize, parameters),
    describe(grant) {
      const claims = describeUser(environment, grant);
      if (claims) touchSession(environment, grant.sessionId);
      return claims;
    },
    userinfo(subject) {
      const user = environment.store.users.get(subject);
      return user ? userClaims(environment, user) : null;
    },
    logout(request, idToken) {
      const session = findBrowserSession(environment, request)?.session ?? sessionOf(environment, idToken);
      if (session) endSession(environment, session, 'logout');
      forgetSession(environment, request);
    },
  };
}

// ID tokens do not name their session: it is the last one that began before the token was made.
function sessionOf({ clock, store }: Environment, idToken: JWTPayload | null): SessionRow | undefined {
  const { iat = 0, sub = '' } = idToken ?? {};
  const now = clock.now();
  return store.sessions
    .findBy('userId', sub)
    .filter((row) => sessionStatus(row, now) === 'active' && row.createdAt < (iat + 1) * 1000)
    .at(-1);
}

/** The hosted pages of sign-in: the ways in, the identity provider simulator, the mailed code. */
export function createSignInSite(context: SignInContext): Site {
  const { environment } = context;

  async function answer(request: Request, pathname: string): Promise<Response | null> {
    const test = /^\/sso\/v1\/(?:oidc|saml|oauth)\/([^/]+)\/test$/.exec(pathname)?.[1];
    if (test && request.method === 'GET') return beginTest(environment, test);
    const saml = /^\/sso\/v1\/saml\/([^/]+)\/metadata$/.exec(pathname)?.[1];
    if (saml && request.method === 'GET') return samlMetadata(environment, saml);
    const provider = /^\/idp\/([^/]+)\/metadata$/.exec(pathname)?.[1];
    if (provider && request.method === 'GET') return providerMetadata(environment, provider);
    const parameters =
      request.method === 'POST' ? await readForm(request) : readParameters(new URL(request.url).searchParams);
    switch (`${request.method} ${pathname}`) {
      case 'GET /sign-in':
        return showHosted(context, parameters.request);
      case 'POST /sign-in/method':
        return chooseMethod(context, parameters);
      case 'POST /sign-in/email':
        return chooseEmail(context, parameters);
      case 'POST /sign-in/code':
      case 'GET /sign-in/link':
        return proveAddress(context, request, parameters);
      case 'GET /sign-in/idp':
        return showSimulator(context, parameters.request);
      case 'POST /sign-in/idp':
        return answerSimulator(context, request, parameters);
      case 'POST /sign-in/test':
        return endTest(environment, parameters);
      default:
        return null;
    }
  }

  return {
    operation: (pathname) => {
      if (/^\/sso\/v1\/.*\/test$/.test(pathname)) return 'sign-in/test';
      return /^\/sign-in(\/|$)/.test(pathname) ? pathname.slice(1) : undefined;
    },
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (!/^\/(sign-in(\/|$)|sso\/|idp\/)/.test(pathname)) return null;
      try {
        return await answer(request, pathname);
      } catch (error) {
        if (error instanceof OauthError) return errorPage(error);
        if (error instanceof z.ZodError) {
          return errorPage(new OauthError('invalid_request', z.prettifyError(error)));
        }
        throw error;
      }
    },
  };
}
