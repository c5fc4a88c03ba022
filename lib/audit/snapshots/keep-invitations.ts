import 'server-only';
import { db } from '@/lib/db';
import type { usersPb } from '@/lib/scalekit/services';
import { keepObservation } from './keep';
import { invitationsOf } from './other-objects';

/**
 * Keeps the open invitations of a page of users of all customers, and ends those that were answered. Customers with
 * neither cost nothing, so that a walk over all users stays cheap.
 * @param at when the read began
 */
export async function keepInvitations(environment: string, users: usersPb.User[], at: Date): Promise<void> {
  const known = await db().organizationSnapshot.findMany({
    where: { environment, part: 'invitation', endedAt: null, objectId: { in: users.map(({ id }) => id) } },
    select: { organizationId: true, objectId: true },
  });
  const customers = new Set([
    ...users.flatMap(({ memberships }) => memberships.map(({ organizationId }) => organizationId)),
    ...known.map(({ organizationId }) => organizationId),
  ]);
  for (const organizationId of customers) {
    const { open, gone: without } = invitationsOf(users, organizationId);
    const gone = without.filter((id) =>
      known.some((one) => one.organizationId === organizationId && one.objectId === id),
    );
    if (open.length + gone.length === 0) continue;
    const part = 'invitation' as const;
    await keepObservation(environment, { organizationId, part, objects: open, complete: false, gone }, at);
  }
}
