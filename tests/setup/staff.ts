import { randomUUID } from 'node:crypto';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { testPrincipal } from './principal';

/** A member of staff who stands in the database too: support for all customers. */
export async function newStaff(part: Partial<Principal> = {}): Promise<Principal> {
  const email = `sam.${randomUUID()}@keydesk.test`;
  const principal = testPrincipal({ email, ...part });
  await db().staff.create({
    data: {
      id: principal.staffId,
      email,
      name: principal.name,
      effectiveRole: principal.role,
      lastSignInAt: new Date(),
    },
  });
  return principal;
}
