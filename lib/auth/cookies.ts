import 'server-only';
import type { CookiesOptions } from 'next-auth';
import { env } from '@/lib/env';

/** True when browsers reach the console over https. */
export function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith('https:');
}

/** Over https the name locks the cookie to this host: no subdomain can set or read it. Browsers refuse such names on http. */
function cookieName(purpose: string): string {
  return `${isSecure() ? '__Host-' : ''}keydesk.${purpose}`;
}

/** The cookie that holds a session's token. */
export function sessionCookieName(): string {
  return cookieName('session');
}

/** The cookie of a customer's visit: another name, another table, never a session of staff. */
export function visitCookieName(): string {
  return cookieName('visit');
}

const attemptSeconds = 15 * 60;

/** The cookies of next-auth: the session, and what one sign-in attempt remembers between leaving and coming back. */
export function authCookies(): CookiesOptions {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const;
  const cookie = (purpose: string, maxAge?: number) => ({
    name: cookieName(purpose),
    options: maxAge ? { ...options, maxAge } : options,
  });
  return {
    sessionToken: cookie('session'),
    callbackUrl: cookie('callback-url', attemptSeconds),
    csrfToken: cookie('csrf'),
    pkceCodeVerifier: cookie('pkce', attemptSeconds),
    state: cookie('state', attemptSeconds),
    nonce: cookie('nonce', attemptSeconds),
  };
}
