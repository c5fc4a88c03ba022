'use server';
import { CustomerError } from '@/lib/customer-error';
import { AppError } from '@/lib/errors';
import { defineCustomerAction } from '@/lib/server/define-customer-action';
import { hasOtherActiveMember, isSelf, requireOwnMember } from './own-member';
import { inviteOwnMemberInput, ownMemberInput } from './schema';

/** POST /organizations/{id}/users with an invitation by mail. The role is one that the organization knows. */
export const inviteOwnMember = defineCustomerAction({
  permission: 'member.invite',
  input: inviteOwnMemberInput,
  check: async ({ role }, { organizationId: orgId, scalekit }) => {
    if (role === '') return;
    const { roles } = await scalekit.roles.listOrganizationRoles({ orgId });
    if (roles.some(({ name }) => name === role)) return;
    const sentence = 'This role is not there any more. Load the page again and choose another.';
    throw new CustomerError('invalid', sentence, { fieldErrors: { role: sentence } });
  },
  run: async ({ email, givenName, familyName, role }, { organizationId, scalekit }) => {
    try {
      const { user } = await scalekit.users.createUserAndMembership({
        ...{ organizationId, sendInvitationEmail: true },
        user: {
          ...{ email, userProfile: { givenName, familyName } },
          membership: { roles: role === '' ? [] : [{ name: role }] },
        },
      });
      return { userId: user?.id ?? null };
    } catch (error) {
      if (!(error instanceof AppError) || !isAboutAddress(error)) throw error;
      const sentence =
        'This address cannot be invited: it may be among the members already, or there is no room for more.';
      const { code, requestId } = error;
      throw new CustomerError(code, sentence, { fieldErrors: { email: sentence }, requestId });
    }
  },
  audit: {
    target: () => ({ type: 'user' }),
    details: ({ email, role }) => ({ email, roles: role === '' ? [] : [role] }),
    result: ({ userId }) => ({ target: { type: 'user', id: userId ?? undefined } }),
  },
});

/** PATCH /invites/…/resend. */
export const resendOwnInvitation = defineCustomerAction({
  permission: 'member.resend_invitation',
  input: ownMemberInput,
  check: async ({ userId }, context) => {
    const { status } = await requireOwnMember(userId, context);
    if (status === 'active' || status === 'inactive')
      throw new CustomerError('conflict', 'They have accepted the invitation already. Load the page again.');
  },
  run: async ({ userId }, { organizationId, scalekit }) => {
    await scalekit.users.resendInvite({ organizationId, id: userId });
    return null;
  },
  audit: { target: ({ userId }) => ({ type: 'user', id: userId }), details: () => ({}) },
});

/**
 * DELETE /memberships/…. Not oneself: a slip would lock the administrator out of your product. And not the last active
 * member: nobody would be left to invite the next.
 */
export const removeOwnMember = defineCustomerAction({
  permission: 'member.remove',
  input: ownMemberInput,
  check: async ({ userId }, context) => {
    const member = await requireOwnMember(userId, context);
    if (isSelf(member.email, context.visit))
      throw new CustomerError('forbidden', 'You cannot remove yourself here. Ask a colleague to do it.');
    if (member.status !== 'active' || (await hasOtherActiveMember(userId, context))) return;
    const last =
      'They are the only active member. Invite somebody else first, and wait until they have joined.';
    throw new CustomerError('forbidden', last);
  },
  run: async ({ userId }, { organizationId, scalekit }) => {
    await scalekit.users.deleteMembership({ organizationId, identities: { case: 'id', value: userId } });
    return null;
  },
  audit: { target: ({ userId }) => ({ type: 'user', id: userId }), details: () => ({}) },
});

/** Scalekit calls a member of long standing a conflict, or an address that it does not accept. */
function isAboutAddress({ code, fieldErrors }: AppError): boolean {
  return code === 'conflict' || fieldErrors?.email !== undefined;
}
