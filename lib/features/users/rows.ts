import 'server-only';
import type { Principal } from '@/lib/auth/principal';
import { mayReach } from '@/lib/auth/principal';
import { toRows } from '@/lib/key-values';
import { describeDevice } from '@/lib/scalekit/device';
import { commonsPb, type sessionsPb, type usersPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import {
  type SessionDetail,
  type SessionRow,
  sessionStatuses,
  type UserDetail,
  type UserMembership,
  type UserRow,
} from './schema';

const statuses: Partial<Record<commonsPb.MembershipStatus, UserMembership['status']>> = {
  [commonsPb.MembershipStatus.ACTIVE]: 'active',
  [commonsPb.MembershipStatus.INACTIVE]: 'inactive',
  [commonsPb.MembershipStatus.PENDING_INVITE]: 'pending_invite',
  [commonsPb.MembershipStatus.INVITE_EXPIRED]: 'invite_expired',
};

/** Plain row of a user, with the memberships that this person may see. */
export function toUserRow(user: usersPb.User, principal: Principal): UserRow {
  const { userProfile: profile } = user;
  const joined = [profile?.givenName, profile?.familyName].filter(Boolean).join(' ');
  return {
    id: user.id,
    email: user.email,
    name: profile?.name || joined || null,
    externalId: user.externalId || null,
    memberships: user.memberships
      .filter(({ organizationId }) => mayReach(principal, organizationId))
      .map((membership) => ({
        organizationId: membership.organizationId,
        organizationName: membership.displayName || membership.name || null,
        status: statuses[membership.membershipStatus] ?? 'other',
        roles: membership.roles.map((role) => role.displayName || role.name),
        roleNames: membership.roles.map((role) => role.name),
        metadata: toRows(membership.metadata),
        provisioningMethod: membership.provisioningMethod || null,
        joinedAt: toIso(membership.joinTime),
        invitationExpiresAt: toIso(membership.expiresAt),
      })),
    createdAt: toIso(user.createTime),
    lastLoginAt: toIso(user.lastLoginTime),
  };
}

export function toUserDetail(user: usersPb.User, principal: Principal): UserDetail {
  const { userProfile: profile } = user;
  const row = toUserRow(user, principal);
  return {
    ...row,
    fullName: profile?.name || null,
    preferredUsername: profile?.preferredUsername || null,
    gender: profile?.gender || null,
    picture: profile?.picture || null,
    emailVerified: profile?.emailVerified ?? false,
    groups: profile?.groups ?? [],
    hidesMemberships: row.memberships.length < user.memberships.length,
    givenName: profile?.givenName || null,
    familyName: profile?.familyName || null,
    phoneNumber: profile?.phoneNumber || null,
    locale: profile?.locale || null,
    metadata: toRows(user.metadata),
    updatedAt: toIso(user.updateTime),
  };
}

export function toSessionRow(session: sessionsPb.SessionDetails): SessionRow {
  const { device, status } = session;
  const location = device?.location;
  const ended = session.status === 'logout' ? session.logoutAt : session.expiredAt;
  return {
    id: session.sessionId,
    status: sessionStatuses.find((one) => one === status.toLowerCase()) ?? 'other',
    organizationId: session.organizationId || null,
    device: describeDevice(device),
    ip: device?.ip || null,
    place: [location?.city, location?.region].filter(Boolean).join(', ') || null,
    startedAt: toIso(session.createdAt),
    lastActiveAt: toIso(session.lastActiveAt),
    endsAt: toIso(ended) ?? toIso(earlier(session.idleExpiresAt, session.absoluteExpiresAt)),
  };
}

/** One session whole; organizations outside the reader's are left out. */
export function toSessionDetail(session: sessionsPb.SessionDetails, principal: Principal): SessionDetail {
  const organizations = new Set([session.organizationId, ...session.authenticatedOrganizations]);
  return {
    ...toSessionRow(session),
    userAgent: session.device?.userAgent || null,
    organizationIds: [...organizations].filter((id) => id && mayReach(principal, id)),
    idleExpiresAt: toIso(session.idleExpiresAt),
    expiresAt: toIso(session.absoluteExpiresAt),
  };
}

type Time = sessionsPb.SessionDetails['createdAt'];

function earlier(one: Time, two: Time): Time {
  if (!one || !two) return one ?? two;
  return one.seconds <= two.seconds ? one : two;
}
