import 'server-only';
import { env } from '@/lib/env';
import { type Role, roles } from './permissions';
import type { StaffClaims } from './staff-claims';

/**
 * A person's role: the staff row wins, then the claim that STAFF_ROLE_CLAIM names, then the bootstrap list of admins.
 * Null: none of them gives one. A row with a role that the console does not know gives none either,
 * so that a typing error never lets a claim decide instead.
 */
export function resolveRole(rowRole: string | null, claims: StaffClaims): Role | null {
  if (rowRole !== null) return highestRole([rowRole]);
  const claim = claims[env().STAFF_ROLE_CLAIM];
  const claimed = highestRole(Array.isArray(claim) ? claim : [claim]);
  return claimed ?? (isBootstrapAdmin(claims) ? 'admin' : null);
}

/** Groups that mean nothing here are passed over; of several roles the highest counts. */
function highestRole(candidates: unknown[]): Role | null {
  return roles.findLast((role) => candidates.includes(role)) ?? null;
}

function isBootstrapAdmin({ email, email_verified: isVerified }: StaffClaims): boolean {
  const admins = env().STAFF_BOOTSTRAP_ADMINS.map((admin) => admin.toLowerCase());
  return isVerified === true && email !== undefined && admins.includes(email);
}
