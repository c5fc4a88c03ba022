import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { findEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { sessionCookieName } from './cookies';
import type { Principal } from './principal';
import { activityHeader, pathHeader } from './request-headers';
import { signInPath } from './return-path';
import { toPrincipal } from './staff-principal';
import { readSession, type SessionReading, touchSession } from './staff-session';

/** The session of this request, read once. A navigation or an action moves its idle limit, polling does not. */
export const currentSession = cache(async (): Promise<SessionReading> => {
  const reading = await readSession((await cookies()).get(sessionCookieName())?.value);
  if (reading.state === 'live' && (await headers()).get(activityHeader) === 'person') {
    await touchSession(reading.session);
  }
  return reading;
});

/**
 * The signed-in person as they stand in one environment; null when nobody is signed in.
 * @throws AppError not_found for an environment that this console does not serve
 */
export const currentPrincipal = cache(async (environment: string): Promise<Principal | null> => {
  const reading = await currentSession();
  if (reading.state !== 'live') return null;
  if (!findEnvironment(environment)) throw new AppError('not_found', 'There is no such environment here.');
  return toPrincipal(reading.staff, reading.session, environment);
});

/**
 * Like `currentPrincipal`, for what nobody may do without signing in.
 * @throws AppError unauthenticated, not_found
 */
export async function requirePrincipal(environment: string): Promise<Principal> {
  const principal = await currentPrincipal(environment);
  if (!principal) throw new AppError('unauthenticated', 'Your session has ended. Sign in again to go on.');
  return principal;
}

/** Like `requirePrincipal`, for pages and layouts: sends the person to sign in and brings them back to this very page. */
export async function requirePagePrincipal(environment: string): Promise<Principal> {
  const principal = await currentPrincipal(environment);
  return principal ?? redirect(signInPath((await headers()).get(pathHeader) ?? `/${environment}`));
}
