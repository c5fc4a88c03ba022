import 'server-only';
import { AppError } from '@/lib/errors';
import { describeAction } from '@/lib/server/action-definition';
import { inviteMemberInput } from './schema';

/** POST /organizations/{id}/users with an invitation by mail. Somebody with a user record joins with it. */
export const invitation = describeAction({
  permission: 'member.invite',
  input: inviteMemberInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, email, givenName, familyName, externalId, roles }, { scalekit }) => {
    const { user } = await scalekit.users.createUserAndMembership({
      organizationId,
      sendInvitationEmail: true,
      user: {
        ...{ email, externalId: externalId || undefined },
        userProfile: { givenName, familyName },
        membership: { roles: byName(roles) },
      },
    });
    if (!user) throw new AppError('unavailable', 'Scalekit invited them but sent no id.', { unknown: true });
    return { userId: user.id };
  },
  audit: {
    target: () => ({ type: 'user' }),
    details: ({ email, roles }) => ({ email, roles }),
    result: ({ userId }) => ({ target: { type: 'user', id: userId } }),
  },
});

/** Roles as the API takes them. */
export function byName(names: string[]): { name: string }[] {
  return names.map((name) => ({ name }));
}
