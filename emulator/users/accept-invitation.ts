import type { Environment } from '../environment';
import { announceMember } from './announce';
import type { MembershipRow } from './rows';

/** True for an invitation that can still be accepted. */
export function isOpenInvitation({ clock }: Environment, { expiresAt, status }: MembershipRow): boolean {
  return status === 'invited' && (expiresAt === undefined || expiresAt > clock.now());
}

/** Makes an invited person a member. */
export function acceptInvitation(environment: Environment, invitation: MembershipRow): MembershipRow {
  const { clock, store } = environment;
  const membership = store.memberships.put({ ...invitation, status: 'active', joinedAt: clock.now() });
  for (const { id } of store.inviteLinks.findBy('membershipId', membership.id)) store.inviteLinks.delete(id);
  announceMember(
    environment,
    'user.organization_membership_created',
    store.organizations.get(membership.organizationId),
    store.users.get(membership.userId),
  );
  return membership;
}
