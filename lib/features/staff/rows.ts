import 'server-only';
import { roles } from '@/lib/auth/permissions';
import { isUsable } from '@/lib/auth/staff-session';
import { describeBrowser } from '@/lib/describe-browser';
import type { Staff, StaffSession } from '@/lib/generated/prisma/client';
import type { OwnRole, RoleOrigin, StaffRow, StaffSessionRow } from './schema';

/** A row with what the list needs besides: the sessions, and the customers of the environment at hand. */
export type StaffRecord = Staff & { sessions: StaffSession[]; _count: { customers: number } };

/** The role that the row sets; `sign_in` where it sets none, or one that the console does not know. */
export function ownRoleOf({ role }: Pick<Staff, 'role'>): OwnRole {
  return roles.find((known) => known === role) ?? 'sign_in';
}

function originOf({ role, roleSource }: Staff): RoleOrigin {
  if (role !== null) return 'row';
  return roleSource === 'claim' || roleSource === 'bootstrap' ? roleSource : 'unknown';
}

/** Plain row of a person, as seen by the one who looks. */
export function toStaffRow(staff: StaffRecord, viewerId: string): StaffRow {
  const seen = [staff.lastSignInAt, ...staff.sessions.map(({ lastSeenAt }) => lastSeenAt)];
  const lastSeen = Math.max(...seen.map((at) => at?.getTime() ?? 0));
  return {
    id: staff.id,
    name: staff.name,
    email: staff.email,
    role: staff.role ?? staff.effectiveRole,
    ownRole: ownRoleOf(staff),
    origin: originOf(staff),
    customers: staff.allCustomers ? null : staff._count.customers,
    isActive: staff.disabledAt === null,
    isAwaited: staff.subject === null && staff.lastSignInAt === null,
    deactivatedAt: staff.disabledAt?.toISOString() ?? null,
    lastSeenAt: lastSeen > 0 ? new Date(lastSeen).toISOString() : null,
    sessions: staff.sessions.filter((session) => isUsable(session)).length,
    isYou: staff.id === viewerId,
  };
}

/** Plain row of a session. Its token is not in it, not even as a hash. */
export function toSessionRow(session: StaffSession, currentId: string): StaffSessionRow {
  return {
    id: session.id,
    device: session.userAgent ? describeBrowser(session.userAgent) : 'Unknown device',
    ip: session.ip,
    startedAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    endsAt: session.expiresAt.toISOString(),
    isThisOne: session.id === currentId,
  };
}
