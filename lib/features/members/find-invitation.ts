import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { commonsPb } from '@/lib/scalekit/services';
import type { CancelledInvitation } from './schema';

const { MembershipStatus } = commonsPb;
const open = [MembershipStatus.PENDING_INVITE, MembershipStatus.INVITE_EXPIRED];

/**
 * An invitation as it is now, with what has to come along to the right address.
 * @throws AppError invalid when `email` is the same address, conflict when it was accepted meanwhile
 */
export async function findInvitation(
  scalekit: ScalekitClient,
  { organizationId, userId }: { organizationId: string; userId: string },
  email: string,
): Promise<CancelledInvitation> {
  const { user } = await scalekit.users.getUser({ identities: { case: 'id', value: userId } });
  if (!user) throw new AppError('not_found', `There is no user ${userId}.`);
  const membership = user.memberships.find((one) => one.organizationId === organizationId);
  if (!membership) return { isOpen: false, givenName: '', familyName: '', roles: null };
  if (isSame(user.email, email)) throw refusal('This is the address that the invitation went to.');
  if (!open.includes(membership.membershipStatus))
    throw new AppError(
      'conflict',
      'The invitation has been accepted meanwhile, so somebody reads that mailbox. Remove the member instead, and end their sessions.',
    );
  return {
    isOpen: true,
    givenName: user.userProfile?.givenName ?? '',
    familyName: user.userProfile?.familyName ?? '',
    roles: membership.roles.map(({ name }) => name),
  };
}

/** @throws AppError invalid when the address is a member's already, or somebody's who is invited */
export async function refuseKnownAddress(
  scalekit: ScalekitClient,
  organizationId: string,
  email: string,
): Promise<void> {
  const found = await scalekit.users.searchOrganizationUsers({
    organizationId,
    // Scalekit takes a hundred characters; the whole address is compared below.
    query: email.slice(0, 100),
    pageSize: 30,
  });
  if (found.users.some((user) => isSame(user.email, email)))
    throw refusal('This address belongs to a member, or is invited already. Nothing was changed.');
}

const isSame = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

function refusal(message: string): AppError {
  return new AppError('invalid', message, { fieldErrors: { email: message } });
}
