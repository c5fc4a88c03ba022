import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { commonsPb, type usersPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { effectiveRoles, findRole } from '../roles/find-role';
import type { ExternalIdentity, MembershipRow, UserRow } from './rows';

type UserInit = MessageInitShape<typeof usersPb.UserSchema>;
type MembershipInit = MessageInitShape<typeof commonsPb.OrganizationMembershipSchema>;

const { MembershipStatus } = commonsPb;

/** The state of a membership now: an invitation ends by time alone. */
export function membershipStatus(membership: MembershipRow, now: number): commonsPb.MembershipStatus {
  if (membership.status === 'active') return MembershipStatus.ACTIVE;
  if (membership.status === 'inactive') return MembershipStatus.INACTIVE;
  const expired = membership.expiresAt !== undefined && membership.expiresAt <= now;
  return expired ? MembershipStatus.INVITE_EXPIRED : MembershipStatus.PENDING_INVITE;
}

/** A user as the API shows it, with all memberships or, where asked, only one organization's. */
export function toUser(environment: Environment, row: UserRow, organizationId?: string): UserInit {
  const memberships = environment.store.memberships
    .findBy('userId', row.id)
    .filter((one) => !organizationId || one.organizationId === organizationId);
  const { id, ...profile } = row.profile;
  return {
    id: row.id,
    environmentId: environment.id,
    createTime: timestampFromMs(row.createdAt),
    updateTime: timestampFromMs(row.updatedAt),
    email: row.email,
    externalId: row.externalId,
    memberships: memberships.map((one) => toMembership(environment, one)),
    // The deprecated pair mirrors the current one.
    userProfile: {
      id,
      ...profile,
      firstName: profile.givenName,
      lastName: profile.familyName,
      emailVerified: row.emailVerified,
      externalIdentities: row.externalIdentities?.map(toExternalIdentity),
    },
    metadata: row.metadata,
    lastLoginTime: optionalTime(row.lastLoginAt),
  };
}

function toMembership(environment: Environment, row: MembershipRow): MembershipInit {
  const { clock, store } = environment;
  const organization = store.organizations.get(row.organizationId);
  const effective = effectiveRoles(store, row.roles, row.organizationId);
  return {
    organizationId: row.organizationId,
    joinTime: optionalTime(row.joinedAt),
    membershipStatus: membershipStatus(row, clock.now()),
    roles: row.roles.flatMap((name) => findRole(store, name, row.organizationId) ?? []).map(toMemberRole),
    name: organization?.displayName,
    displayName: organization?.displayName,
    metadata: row.metadata,
    inviterEmail: row.inviterEmail,
    createdAt: timestampFromMs(row.createdAt),
    acceptedAt: optionalTime(row.joinedAt),
    expiresAt: optionalTime(row.expiresAt),
    provisioningMethod: row.provisioningMethod,
    permissions: [...new Set(effective.flatMap((role) => role.permissions))],
  };
}

function toExternalIdentity(
  row: ExternalIdentity,
): MessageInitShape<typeof commonsPb.ExternalIdentitySchema> {
  return {
    connectionId: row.connectionId,
    connectionType: row.connectionType,
    connectionProvider: commonsPb.IdentityProviderType[row.connectionProvider],
    connectionUserId: row.connectionUserId,
    isSocial: row.isSocial,
    createdTime: timestampFromMs(row.createdAt),
    lastLoginTime: timestampFromMs(row.lastLoginAt),
    lastSyncedTime: timestampFromMs(row.lastSyncedAt),
  };
}

/** A role as memberships name it. */
export function toMemberRole({ id, name, displayName }: { id: string; name: string; displayName: string }) {
  return { id, name, displayName };
}

function optionalTime(ms: number | undefined) {
  return ms === undefined ? undefined : timestampFromMs(ms);
}
