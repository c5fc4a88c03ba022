import type { commonsPb, usersPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { failedPrecondition, invalidField } from '../errors';
import type { OrganizationRow } from '../organizations/rows';
import { defaultMemberRole } from '../roles/defaults';
import { resolveRoleNames } from '../roles/find-role';
import { announceMember } from './announce';
import { inviteByMail } from './invite-by-mail';
import { type MembershipRow, membershipId, type UserRow } from './rows';

const dayMs = 86_400_000;

/** How long an invitation can be accepted. */
export const invitationMs = 15 * dayMs;

type Terms = Pick<usersPb.CreateMembership, 'roles' | 'metadata' | 'inviterEmail'>;

/**
 * Makes a person a member: invited by mail, or active at once.
 * @throws ConnectError invalid argument when they are one already or a role does not exist;
 *   failed precondition when the organization is full
 */
export function joinOrganization(
  environment: Environment,
  organization: OrganizationRow,
  user: UserRow,
  terms: Terms | undefined,
  invite: boolean,
): MembershipRow {
  const { clock, store } = environment;
  const id = membershipId(organization.id, user.id);
  if (store.memberships.get(id)) {
    throw invalidField('user.email', `is already a member of ${organization.id}`, 'unique');
  }
  checkRoom(environment, organization);
  const now = clock.now();
  const membership = store.memberships.put({
    id,
    createdAt: now,
    organizationId: organization.id,
    userId: user.id,
    roles: chooseRoles(environment, organization.id, terms?.roles ?? []),
    metadata: terms?.metadata ?? {},
    inviterEmail: terms?.inviterEmail,
    resentCount: 0,
    ...(invite
      ? { status: 'invited', expiresAt: now + invitationMs, provisioningMethod: 'invitation' }
      : { status: 'active', joinedAt: now, provisioningMethod: 'direct_provision' }),
  });
  const type = invite ? 'user.organization_invitation' : 'user.organization_membership_created';
  announceMember(environment, type, organization, user);
  if (invite) inviteByMail(environment, organization, user, membership);
  return membership;
}

function chooseRoles({ store }: Environment, organizationId: string, asked: commonsPb.Role[]): string[] {
  if (asked.length === 0) return [defaultMemberRole(store, organizationId)];
  return resolveRoleNames(store, asked, organizationId);
}

/**
 * Active members and open invitations count against the limit; expired invitations do not.
 * @throws ConnectError failed precondition when the organization is full
 */
export function checkRoom({ clock, store }: Environment, organization: OrganizationRow): void {
  const limit = organization.maxAllowedUsers;
  // Zero is documented to mean no limit, as an absent one does.
  if (!limit) return;
  const now = clock.now();
  const counted = store.memberships
    .findBy('organizationId', organization.id)
    .filter(({ status, expiresAt = 0 }) => status === 'active' || (status === 'invited' && expiresAt > now));
  if (counted.length >= limit) {
    throw failedPrecondition(`organization ${organization.id} has reached its limit of ${limit} users`);
  }
}
