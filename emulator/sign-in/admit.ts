import { ConnectError } from '@connectrpc/connect';
import type { ConnectionRow } from '../connections/rows';
import { verifiedDomains } from '../domains/verification';
import type { Environment } from '../environment';
import { OauthError } from '../oauth/oauth-error';
import type { OrganizationRow } from '../organizations/rows';
import { acceptInvitation, isOpenInvitation } from '../users/accept-invitation';
import { checkRoom, joinOrganization } from '../users/join';
import { type MembershipRow, membershipId, type UserRow } from '../users/rows';
import { refusals } from './outcomes.data';
import { type Identity, recognizeUser } from './recognize-user';
import { signUp } from './sign-up';

/**
 * Makes sure that somebody is a user and a member of the organization they sign in to: found, invited, let in by
 * their organization's connection, or signed up with an organization of their own. Nothing changes when they may
 * not come in.
 * @param organizationId the one asked for, if any
 * @throws OauthError in the documented codes
 */
export function admit(
  environment: Environment,
  connection: ConnectionRow,
  identity: Identity,
  organizationId: string | undefined,
): { user: UserRow; organizationId: string } {
  const { store } = environment;
  const [known] = store.users.findBy('email', identity.email);
  const wanted =
    connection.organizationId ?? organizationId ?? (known && usualOrganization(environment, known));
  const organization = wanted === undefined ? undefined : store.organizations.get(wanted);
  const membership = known && organization && store.memberships.get(membershipId(organization.id, known.id));
  if (membership) checkMember(environment, connection, membership);
  else if (organization) checkNewcomer(environment, connection, organization, identity);
  const user = recognizeUser(environment, connection, known, identity);
  if (!organization) return { user, organizationId: signUp(environment, user).id };
  if (membership?.status === 'invited') acceptInvitation(environment, membership);
  if (!membership) {
    const joined = joinOrganization(environment, organization, user, undefined, false);
    store.memberships.put({ ...joined, provisioningMethod: 'jit_using_sso' });
  }
  return { user, organizationId: organization.id };
}

// The organization that somebody worked in last, else the first they joined.
function usualOrganization({ store }: Environment, user: UserRow): string | undefined {
  const memberships = store.memberships
    .findBy('userId', user.id)
    .filter(({ status }) => status !== 'inactive');
  const last = store.sessions.findBy('userId', user.id).at(-1)?.organizationId;
  const usual = memberships.find((one) => one.organizationId === last) ?? memberships[0];
  return usual?.organizationId;
}

function checkMember(environment: Environment, connection: ConnectionRow, membership: MembershipRow): void {
  if (membership.status === 'active') return;
  // A connection of the organization vouches for the person: how old the invitation is does not matter.
  const vouched = connection.kind === 'organization' || isOpenInvitation(environment, membership);
  if (membership.status === 'inactive' || !vouched) {
    throw new OauthError('user_not_active', refusals.user_not_active);
  }
}

function checkNewcomer(
  environment: Environment,
  connection: ConnectionRow,
  organization: OrganizationRow,
  { email }: Identity,
): void {
  if (connection.kind !== 'organization' || connection.settings.jitProvisioningWithSsoEnabled === false) {
    throw new OauthError('unauthorized', 'The user is not a member of the organization');
  }
  const domains = verifiedDomains(environment, organization.id);
  if (domains.length > 0 && !domains.includes(email.split('@')[1] ?? '')) {
    throw new OauthError('invalid_user_domain', refusals.invalid_user_domain);
  }
  try {
    checkRoom(environment, organization);
  } catch (error) {
    if (error instanceof ConnectError) throw new OauthError('unauthorized', error.rawMessage);
    throw error;
  }
}
