import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { db } from '@/lib/db';
import { findEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { Staff, StaffSession } from '@/lib/generated/prisma/client';
import { sessionCookieName } from './cookies';
import { roles } from './permissions';
import type { Principal } from './principal';
import { activityHeader, pathHeader } from './request-headers';
import { signInPath } from './return-path';
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

/** @throws AppError forbidden when the role in the database is none that the console knows */
export async function toPrincipal(
  staff: Staff,
  session: StaffSession,
  environment: string,
): Promise<Principal> {
  // The row's own role counts at once, not only from the next sign-in.
  const held = staff.role ?? staff.effectiveRole;
  const role = roles.find((known) => known === held);
  if (!role)
    throw new AppError('forbidden', 'Your role is not one that this console knows. Ask an administrator.');
  return {
    staffId: staff.id,
    email: staff.email,
    name: staff.name,
    role,
    customers: staff.allCustomers ? 'all' : await assignedCustomers(staff.id, environment),
    sessionId: session.id,
    inProduction: findEnvironment(environment)?.isProduction ?? true,
    authTime: session.authTime,
  };
}

async function assignedCustomers(staffId: string, environment: string): Promise<ReadonlySet<string>> {
  const rows = await db().staffCustomer.findMany({
    where: { staffId, environment },
    select: { organizationId: true },
  });
  return new Set(rows.map(({ organizationId }) => organizationId));
}
