import 'server-only';
import type { AuthOptions } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { type SignInAttempt, signInAdapter } from './adapter';
import { admitStaff } from './admit-staff';
import { authCookies, isSecure } from './cookies';
import { pathOnThisSite } from './return-path';
import { newSessionToken } from './session-token';
import { readAuthTime, type StaffClaims, staffClaims } from './staff-claims';

/** The only provider's id, and with it the last part of the redirect address to register at the issuer. */
export const providerId = 'staff';

/** next-auth's settings for one sign-in attempt. */
export function authOptions(attempt: SignInAttempt): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    providers: [staffProvider()],
    adapter: signInAdapter(attempt),
    cookies: authCookies(),
    useSecureCookies: isSecure(),
    session: {
      strategy: 'database',
      maxAge: env().STAFF_SESSION_HOURS * 3600,
      generateSessionToken: newSessionToken,
    },
    callbacks: {
      redirect: ({ url, baseUrl }) => baseUrl + (pathOnThisSite(url) ?? '/'),
      signIn: ({ account, profile }) => admit(attempt, profile, account?.id_token ?? null),
    },
    logger: quietLogger,
  };
}

function staffProvider(): OAuthConfig<StaffClaims> {
  const issuer = env().STAFF_OIDC_ISSUER;
  return {
    id: providerId,
    name: 'Staff',
    type: 'oauth',
    issuer,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId: env().STAFF_OIDC_CLIENT_ID,
    clientSecret: env().STAFF_OIDC_CLIENT_SECRET,
    authorization: { params: { scope: env().STAFF_OIDC_SCOPES } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    httpOptions: { timeout: 10_000 },
    profile: ({ sub }) => ({ id: sub }),
  };
}

/** Lets the person in or gives the address that says why not. next-auth would put a thrown message into the URL. */
async function admit(
  attempt: SignInAttempt,
  profile: unknown,
  idToken: string | null,
): Promise<true | string> {
  try {
    const claims = staffClaims.parse(profile);
    const admission = await admitStaff(claims);
    if ('refusal' in admission) {
      logger.info({ refusal: admission.refusal }, 'A sign-in was refused');
      return errorAddress(admission.refusal);
    }
    attempt.admitted = { staff: admission.staff, authTime: readAuthTime(claims), idToken };
    logger.info({ staffId: admission.staff.id }, 'A member of staff signed in');
    return true;
  } catch (error) {
    logger.error({ err: error }, 'A sign-in could not be decided');
    return errorAddress('internal');
  }
}

function errorAddress(code: string): string {
  return `${env().NEXTAUTH_URL}/api/auth/error?error=${code}`;
}

/** next-auth's errors carry tokens and claims as properties: keep the name and the sentence only. */
const quietLogger: AuthOptions['logger'] = {
  error(code, metadata) {
    const error = metadata instanceof Error ? metadata : metadata?.error;
    logger.error({ code, name: error?.name, reason: error?.message }, 'next-auth reported an error');
  },
  warn() {},
  debug() {},
};
