import type { Environment } from '../environment';
import { announceMember } from './announce';
import type { MembershipRow, UserRow } from './rows';

/** Takes a person out of an organization, with the API keys that act for them there. */
export function removeMembership(environment: Environment, membership: MembershipRow): void {
  const { store } = environment;
  for (const token of store.tokens.findBy('userId', membership.userId)) {
    if (token.organizationId === membership.organizationId) store.tokens.delete(token.id);
  }
  store.memberships.delete(membership.id);
  announceMember(
    environment,
    'user.organization_membership_deleted',
    store.organizations.get(membership.organizationId),
    store.users.get(membership.userId),
  );
}

/** Removes a person and every membership. */
export function removeUser(environment: Environment, user: UserRow): void {
  const { store } = environment;
  for (const membership of store.memberships.findBy('userId', user.id)) {
    removeMembership(environment, membership);
  }
  store.users.delete(user.id);
}
