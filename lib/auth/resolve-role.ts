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
  return claimedRole(claims) ?? (isBootstrapAdmin(claims) ? 'admin' : null);
}

/** What would give a person their role if the row did not: the claim, the bootstrap list, or nothing. */
export function roleSource(claims: StaffClaims): 'claim' | 'bootstrap' | null {
  if (claimedRole(claims)) return 'claim';
  return isBootstrapAdmin(claims) ? 'bootstrap' : null;
}

function claimedRole(claims: StaffClaims): Role | null {
  const claim = claims[env().STAFF_ROLE_CLAIM];
  return highestRole(Array.isArray(claim) ? claim : [claim]);
}

/** Groups that mean nothing here are passed over; of several roles the highest counts. */
function highestRole(candidates: unknown[]): Role | null {
  return roles.findLast((role) => candidates.includes(role)) ?? null;
}

function isBootstrapAdmin({ email, email_verified: isVerified }: StaffClaims): boolean {
  const admins = env().STAFF_BOOTSTRAP_ADMINS.map((admin) => admin.toLowerCase());
  return isVerified === true && email !== undefined && admins.includes(email);
}
