import type { Environment } from '../environment';
import { endSessionsOf } from '../sessions/lifecycle';
import { announceMember } from './announce';
import type { MembershipRow, UserRow } from './rows';

/** Takes a person out of an organization, with the API keys that act for them there and the sessions in it. */
export function removeMembership(environment: Environment, membership: MembershipRow): void {
  const { store } = environment;
  const { organizationId, userId } = membership;
  for (const token of store.tokens.findBy('userId', userId)) {
    if (token.organizationId === organizationId) store.tokens.delete(token.id);
  }
  for (const { id } of store.inviteLinks.findBy('membershipId', membership.id)) store.inviteLinks.delete(id);
  endSessionsOf(environment, userId, organizationId);
  for (const { id } of store.inviteLinks.findBy('membershipId', membership.id)) store.inviteLinks.delete(id);
  store.memberships.delete(membership.id);
  announceMember(
    environment,
    'user.organization_membership_deleted',
    store.organizations.get(organizationId),
    store.users.get(userId),
  );
}

/** Removes a person with every membership, session and passkey. What is left of a session is its record. */
export function removeUser(environment: Environment, user: UserRow): void {
  const { store } = environment;
  for (const membership of store.memberships.findBy('userId', user.id)) {
    removeMembership(environment, membership);
  }
  endSessionsOf(environment, user.id);
  for (const { id } of store.passkeys.findBy('userId', user.id)) store.passkeys.delete(id);
  store.users.delete(user.id);
}
