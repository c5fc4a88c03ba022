import 'server-only';
import { toRows } from '@/lib/key-values';
import { commonsPb, type rolesPb, type usersPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { AssignableRole, MemberRow, MemberStatus } from './schema';

const statuses: Partial<Record<commonsPb.MembershipStatus, MemberStatus>> = {
  [commonsPb.MembershipStatus.ACTIVE]: 'active',
  [commonsPb.MembershipStatus.INACTIVE]: 'inactive',
  [commonsPb.MembershipStatus.PENDING_INVITE]: 'pending_invite',
  [commonsPb.MembershipStatus.INVITE_EXPIRED]: 'invite_expired',
};

/** Plain row of a user as a member of one organization. */
export function toMemberRow(user: usersPb.User, organizationId: string): MemberRow {
  const membership = user.memberships.find((one) => one.organizationId === organizationId);
  const profile = user.userProfile;
  const name = profile?.name || [profile?.givenName, profile?.familyName].filter(Boolean).join(' ');
  return {
    userId: user.id,
    email: user.email,
    name: name || null,
    status: (membership && statuses[membership.membershipStatus]) ?? 'other',
    roles: membership?.roles.map((role) => role.displayName || role.name) ?? [],
    roleNames: membership?.roles.map((role) => role.name) ?? [],
    joinedAt: toIso(membership?.joinTime),
    lastLoginAt: toIso(user.lastLoginTime),
    invitationExpiresAt: toIso(membership?.expiresAt),
    metadata: toRows(membership?.metadata ?? {}),
  };
}

/** Plain row of a role that a member can be given. */
export function toAssignableRole(role: rolesPb.Role): AssignableRole {
  return {
    name: role.name,
    displayName: role.displayName || role.name,
    description: role.description || null,
    isDefault: role.defaultMember,
  };
}
