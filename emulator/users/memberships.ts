import type { services, usersPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument } from '../errors';
import { requireOrganization } from '../organizations/find-organization';
import { resolveRoleNames } from '../roles/find-role';
import type { Implementation } from '../service';
import { announceMember } from './announce';
import { requireIdentifiedUser, requireMembership } from './find-user';
import { joinOrganization } from './join';
import { toUser } from './messages';
import { checkExternalId } from './people';
import { isFilled, newProfile } from './profile';
import { removeMembership, removeUser } from './remove';
import type { UserRow } from './rows';

type UserOperations = Implementation<typeof services.users>;

/** Users in organizations: create, join, change, leave. */
export function memberships(environment: Environment) {
  const { clock, newId, store } = environment;

  function newUser(input: usersPb.CreateUser): UserRow {
    const now = clock.now();
    return {
      id: newId('usr'),
      createdAt: now,
      updatedAt: now,
      email: input.email.toLowerCase(),
      externalId: input.externalId || undefined,
      metadata: input.metadata,
      profile: newProfile(newId('usp'), input.userProfile),
    };
  }

  return {
    createUserAndMembership({ organizationId, user: input, sendInvitationEmail }) {
      const organization = requireOrganization(environment, organizationId);
      if (!input) throw invalidArgument('user is required');
      // An e-mail is one person: who is known already only joins.
      const [known] = store.users.findBy('email', input.email.toLowerCase());
      const user = known ?? newUser(input);
      if (!known) checkExternalId(store, user);
      joinOrganization(environment, organization, user, input.membership, sendInvitationEmail ?? true);
      if (!known) store.users.put(user);
      return { user: toUser(environment, user, organizationId) };
    },

    createMembership({ organizationId, identities, membership, sendInvitationEmail }) {
      const organization = requireOrganization(environment, organizationId);
      const user = requireIdentifiedUser(environment, identities);
      joinOrganization(environment, organization, user, membership, sendInvitationEmail ?? true);
      return { user: toUser(environment, user, organizationId) };
    },

    updateMembership({ organizationId, identities, membership }) {
      const organization = requireOrganization(environment, organizationId);
      const user = requireIdentifiedUser(environment, identities);
      const row = { ...requireMembership(environment, organizationId, user) };
      if (membership?.roles.length) row.roles = resolveRoleNames(store, membership.roles, organizationId);
      if (isFilled(membership?.metadata)) row.metadata = membership.metadata;
      store.memberships.put(row);
      announceMember(environment, 'user.organization_membership_updated', organization, user);
      return { user: toUser(environment, user, organizationId) };
    },

    deleteMembership({ organizationId, identities, cascade }) {
      const user = requireIdentifiedUser(environment, identities);
      removeMembership(environment, requireMembership(environment, organizationId, user));
      if (cascade && store.memberships.findBy('userId', user.id).length === 0) removeUser(environment, user);
      return {};
    },
  } satisfies UserOperations;
}
