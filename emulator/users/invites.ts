import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { commonsPb, type services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument } from '../errors';
import { requireOrganization } from '../organizations/find-organization';
import type { Implementation } from '../service';
import { requireMembership, requireUser } from './find-user';
import { inviteByMail } from './invite-by-mail';
import { checkRoom, invitationMs } from './join';
import { membershipStatus } from './messages';

/** Sends an invitation again, with a new link. */
export function invites(environment: Environment) {
  const { clock, store } = environment;
  return {
    resendInvite({ organizationId, id }) {
      const organization = requireOrganization(environment, organizationId);
      const user = requireUser(environment, id);
      const current = requireMembership(environment, organizationId, user);
      if (current.status !== 'invited') throw invalidArgument('the invitation was already accepted');
      const now = clock.now();
      const expired = membershipStatus(current, now) === commonsPb.MembershipStatus.INVITE_EXPIRED;
      if (expired) checkRoom(environment, organization);
      const row = store.memberships.put({
        ...current,
        expiresAt: expired ? now + invitationMs : current.expiresAt,
        resentAt: now,
        resentCount: current.resentCount + 1,
      });
      inviteByMail(environment, organization, user, row);
      return {
        invite: {
          organizationId,
          userId: id,
          inviterEmail: row.inviterEmail,
          status: 'PENDING_INVITE',
          createdAt: timestampFromMs(row.createdAt),
          expiresAt: timestampFromMs(row.expiresAt ?? now),
          resentAt: timestampFromMs(now),
          resentCount: row.resentCount,
        },
      };
    },
  } satisfies Implementation<typeof services.users>;
}
