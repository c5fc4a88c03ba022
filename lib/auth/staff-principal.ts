import 'server-only';
import { db } from '@/lib/db';
import { findEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { Staff, StaffSession } from '@/lib/generated/prisma/client';
import { roles } from './permissions';
import type { Principal } from './principal';

/** @throws AppError forbidden when the role in the database is none that the console knows */
export async function toPrincipal(
  staff: Staff,
  session: Pick<StaffSession, 'id' | 'authTime'>,
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

/**
 * A person as they stand now, for work that goes on without them. It has no sign-in behind it: an act that asks for a
 * fresh one is refused.
 * @throws AppError forbidden when they may not use the console any more
 */
export async function absentPrincipal(staffId: string, environment: string): Promise<Principal> {
  const staff = await db().staff.findUnique({ where: { id: staffId } });
  if (!staff || staff.disabledAt) {
    throw new AppError('forbidden', 'The person who started this may not use Keydesk any more.');
  }
  return toPrincipal(staff, { id: '', authTime: null }, environment);
}

async function assignedCustomers(staffId: string, environment: string): Promise<ReadonlySet<string>> {
  const rows = await db().staffCustomer.findMany({
    where: { staffId, environment },
    select: { organizationId: true },
  });
  return new Set(rows.map(({ organizationId }) => organizationId));
}
