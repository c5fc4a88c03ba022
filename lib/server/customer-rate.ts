import 'server-only';
import { customerRole } from '@/lib/audit/staff-log';
import type { CustomerVisit } from '@/lib/auth/customer-visit';
import { CustomerError } from '@/lib/customer-error';
import { db } from '@/lib/db';

const hourMs = 60 * 60_000;
/** Writes and refusals of one recipient for one organization within an hour, over all of their visits. */
export const customerWritesPerHour = 60;

/**
 * Keeps one administrator from spending what all customers share, and from guessing ids. The staff log is the count,
 * so it holds across visits and processes; writes at the very same moment may pass it by a few.
 * @throws CustomerError rate_limited
 */
export async function checkCustomerRate(visit: CustomerVisit): Promise<void> {
  const { environment, organizationId, recipientEmail } = visit;
  const since = new Date(Date.now() - hourMs);
  const count = await db().staffLog.count({
    where: {
      ...{ environment, organizationId, actorEmail: recipientEmail, actorRole: customerRole },
      ...{ kind: { in: ['intent', 'denied'] }, at: { gt: since } },
    },
  });
  if (count < customerWritesPerHour) return;
  const words = 'That was a lot for one hour. Wait a while, or ask the person who sent you the link.';
  throw new CustomerError('rate_limited', words);
}
