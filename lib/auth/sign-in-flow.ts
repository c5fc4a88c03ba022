import 'server-only';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { readVisitor } from '@/lib/visitor';
import type { SignInAttempt } from './adapter';
import { authCookies } from './cookies';
import { callNextAuth } from './next-auth-call';
import { authOptions, providerId } from './options';
import { pathOnThisSite, returnPath, signInPath, stepUpDonePath, stepUpPath } from './return-path';
import { isSameOrigin } from './same-origin';
import { readSession } from './staff-session';

const formSchema = z.object({
  callbackUrl: z.string().max(2048).optional().catch(undefined),
  /** Set by the step-up page: the issuer is to ask again, even if it knows the person. */
  stepUp: z.literal('1').optional().catch(undefined),
});

/** `POST /api/auth/signin/staff`: sends the browser to the issuer. */
export async function beginSignIn(request: NextRequest): Promise<Response> {
  const form = formSchema.parse(Object.fromEntries(await readForm(request)));
  const callbackUrl = returnPath(form.callbackUrl);
  if (!isSameOrigin(request)) return goTo(signInPath(callbackUrl, 'other_address'));
  const reading = form.stepUp ? await readSession(sessionCookie(request)) : null;
  const staff = reading?.state === 'live' ? reading.staff : null;
  const response = await callNextAuth(
    {
      method: 'POST',
      action: 'signin',
      providerId,
      query: staff ? { prompt: 'login', max_age: '0', login_hint: staff.email } : {},
      body: { callbackUrl: staff ? stepUpDonePath(callbackUrl, staff.id) : callbackUrl },
      cookies: attemptCookies(request),
    },
    authOptions(newAttempt(request)),
  );
  return explainFailure(response, callbackUrl, staff !== null);
}

/** `GET /api/auth/callback/staff`: the issuer's answer. Every sign-in makes a new session and ends the browser's old one. */
export async function finishSignIn(request: NextRequest): Promise<Response> {
  // The way back comes from our own cookie, never from the issuer's redirect.
  const { callbackUrl: _ignored, ...query } = Object.fromEntries(request.nextUrl.searchParams);
  const remembered = pathOnThisSite(request.cookies.get(authCookies().callbackUrl.name)?.value);
  const url = new URL(remembered ?? '/', env().NEXTAUTH_URL);
  const isStepUp = url.pathname.startsWith('/sign-in/step-up');
  const callbackUrl = returnPath(isStepUp ? url.searchParams.get('callbackUrl') : remembered);
  // next-auth makes one code of all the issuer's errors, and somebody who changed their mind is no failure.
  if (query.error) {
    logger.info({ error: query.error.slice(0, 80) }, 'The issuer did not sign somebody in');
    const code = query.error === 'access_denied' ? 'access_denied' : 'OAuthCallback';
    return goTo(isStepUp ? stepUpPath(callbackUrl, code) : signInPath(callbackUrl, code));
  }
  const response = await callNextAuth(
    { method: 'GET', action: 'callback', providerId, query, body: {}, cookies: attemptCookies(request) },
    authOptions(newAttempt(request)),
  );
  return explainFailure(response, callbackUrl, isStepUp);
}

function newAttempt(request: NextRequest): SignInAttempt {
  return { previousToken: sessionCookie(request) ?? null, ...readVisitor(request.headers) };
}

function sessionCookie(request: NextRequest): string | undefined {
  return request.cookies.get(authCookies().sessionToken.name)?.value;
}

/** The cookies of the attempt, and only those: the session of whoever used this browser before stays out. */
function attemptCookies(request: NextRequest): Record<string, string> {
  const { callbackUrl, pkceCodeVerifier, state, nonce } = authCookies();
  const wanted = [callbackUrl, pkceCodeVerifier, state, nonce].map(({ name }) => request.cookies.get(name));
  return Object.fromEntries(wanted.flatMap((cookie) => (cookie ? [[cookie.name, cookie.value]] : [])));
}

async function readForm(request: NextRequest): Promise<Iterable<[string, unknown]>> {
  return request.formData().catch(() => new FormData());
}

/** Turns next-auth's redirects to its own pages into our page, with the reason and the way back. */
function explainFailure(response: Response, callbackUrl: string, isStepUp: boolean): Response {
  const location = new URL(response.headers.get('location') ?? '/', env().NEXTAUTH_URL);
  const isError = /^\/api\/auth\/(error|signin)$/.test(location.pathname) || response.status >= 400;
  if (!isError || location.origin !== new URL(env().NEXTAUTH_URL).origin) return response;
  const code = location.searchParams.get('error') ?? 'OAuthCallback';
  const path = isStepUp ? stepUpPath(callbackUrl, code) : signInPath(callbackUrl, code);
  const { headers } = response;
  headers.set('location', new URL(path, env().NEXTAUTH_URL).href);
  return new Response(null, { status: 303, headers });
}

function goTo(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location: new URL(path, env().NEXTAUTH_URL).href, 'cache-control': 'no-store' },
  });
}
