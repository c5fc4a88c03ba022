import 'server-only';
import type { CustomerVisit } from '@/lib/auth/customer-visit';
import { CustomerError } from '@/lib/customer-error';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { commonsPb, type usersPb } from '@/lib/scalekit/services';
import { toMemberRow } from './rows';
import type { MemberRow } from './schema';

type Context = { organizationId: string; scalekit: ScalekitClient };

/**
 * A member of the visit's organization. Whose member a user is comes from Scalekit, never from the form.
 * @throws CustomerError not_found for everybody else, whether they exist elsewhere or not
 */
export async function requireOwnMember(
  userId: string,
  { organizationId, scalekit }: Context,
): Promise<MemberRow> {
  const gone = 'This person is not among the members of your organization.';
  const user = await readUser(scalekit, userId);
  if (!user?.memberships.some((one) => one.organizationId === organizationId))
    throw new CustomerError('not_found', gone);
  return toMemberRow(user, organizationId);
}

async function readUser(scalekit: ScalekitClient, userId: string): Promise<usersPb.User | undefined> {
  try {
    return (await scalekit.users.getUser({ identities: { case: 'id', value: userId } })).user;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** True for the visitor's own membership, told by the address that the code went to. */
export function isSelf(email: string, { recipientEmail }: CustomerVisit): boolean {
  return email.trim().toLowerCase() === recipientEmail.trim().toLowerCase();
}

const pageSize = 50;
const mostPages = 10;

/**
 * True when somebody else is an active member, as far as the first 500 members tell. One page nearly always does;
 * where 500 are all invitations, the answer is no.
 */
export async function hasOtherActiveMember(
  userId: string,
  { organizationId, scalekit }: Context,
): Promise<boolean> {
  let pageToken = '';
  for (let page = 0; page < mostPages; page++) {
    const list = await scalekit.users.listOrganizationUsers({ organizationId, pageSize, pageToken });
    if (list.users.some((user) => user.id !== userId && isActive(user, organizationId))) return true;
    if (!list.nextPageToken) return false;
    pageToken = list.nextPageToken;
  }
  return false;
}

function isActive({ memberships }: usersPb.User, organizationId: string): boolean {
  return memberships.some(
    (one) =>
      one.organizationId === organizationId && one.membershipStatus === commonsPb.MembershipStatus.ACTIVE,
  );
}
