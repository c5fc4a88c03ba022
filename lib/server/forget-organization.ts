import 'server-only';
import { db } from '@/lib/db';
import { logger } from '@/lib/logger';

/**
 * Deletes what our own staff wrote about an organization, after it is gone at Scalekit: it may hold a customer's details.
 * A failure is logged and does not undo the deletion, which has happened.
 */
export async function forgetOrganization(environment: string, organizationId: string): Promise<void> {
  const where = { environment, organizationId };
  try {
    await db().$transaction([
      db().organizationNote.deleteMany({ where }),
      db().ticketLink.deleteMany({ where }),
      db().bulkJob.deleteMany({ where }),
    ]);
  } catch (error) {
    logger.error({ err: error, environment, organizationId }, 'Notes of a deleted organization are left');
  }
}
