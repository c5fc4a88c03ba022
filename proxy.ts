import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { isSecure, sessionCookieName } from '@/lib/auth/cookies';
import { issuerOrigins } from '@/lib/auth/issuer';
import { activityHeader, nonceHeader, pathHeader } from '@/lib/auth/request-headers';
import { signInPath } from '@/lib/auth/return-path';
import { env, isDevelopment } from '@/lib/env';
import { securityHeaders } from '@/lib/security-headers';

// Health and metrics must answer even when a setting is wrong. A webhook's body would be copied whole before its size
// is looked at.
export const config = {
  matcher: '/((?!_next/static|_next/image|favicon.ico|api/health|api/metrics|api/webhooks/).*)',
};

// The API answers in its own way; the others are for people without a session.
const withoutSession = /^\/(api|sign-in|sign-out|p|c|s|customer)(\/|$)/;
const staticFile = /\.[a-z0-9]+$/;

/**
 * Runs before every page: security headers with a fresh nonce, and a first look at whether anybody is signed in.
 * Only the look: whether the session is good is decided where data is read, by `requirePrincipal`.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const path = request.nextUrl.pathname;
  const nonce = randomBytes(16).toString('base64');
  const security = securityHeaders({
    path,
    nonce,
    isSecure: isSecure(),
    isDevelopment: isDevelopment(),
    formTargets: await formTargets(path),
  });
  const response = isSignInMissing(request)
    ? NextResponse.redirect(new URL(signInPath(pageAddress(request)), env().NEXTAUTH_URL))
    : NextResponse.next({ request: { headers: pageHeaders(request, nonce, security) } });
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
  if (staticFile.test(path)) response.headers.delete('cache-control');
  return response;
}

function isSignInMissing({ method, nextUrl: { pathname }, cookies }: NextRequest): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return (
    isRead &&
    !withoutSession.test(pathname) &&
    !staticFile.test(pathname) &&
    !cookies.has(sessionCookieName())
  );
}

/** What the page is told about its request. Set always, so that nothing the browser sends under these names counts. */
function pageHeaders(request: NextRequest, nonce: string, security: Record<string, string>): Headers {
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', security['content-security-policy'] ?? '');
  headers.set(nonceHeader, nonce);
  headers.set(pathHeader, pageAddress(request));
  headers.delete(activityHeader);
  if (!request.nextUrl.pathname.startsWith('/api/')) headers.set(activityHeader, 'person');
  return headers;
}

/** A public link and the customer's own page lead to the environment's portal, the pages of signing in and out lead to the issuer. */
async function formTargets(path: string): Promise<string[]> {
  if (path.startsWith('/p/') || path.startsWith('/c/') || path.startsWith('/customer'))
    return env().environments.map(({ url }) => new URL(url).origin);
  const { origin } = new URL(env().NEXTAUTH_URL);
  const isSigning = path.startsWith('/sign-in') || path.startsWith('/sign-out');
  return [origin, ...(isSigning ? await issuerOrigins() : [new URL(env().STAFF_OIDC_ISSUER).origin])];
}

/** Path and query as the browser shows them. */
function pageAddress({ nextUrl: { pathname, search } }: NextRequest): string {
  // Next marks the requests of its router with a parameter of its own.
  const query = search.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '');
  return pathname + query;
}
