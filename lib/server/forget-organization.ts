import 'server-only';
import { forgetSnapshots } from '@/lib/audit/snapshots/forget';
import { db } from '@/lib/db';
import { logger } from '@/lib/logger';

/**
 * Deletes what our own records hold about an organization, after it is gone at Scalekit: it may be a customer's details.
 * Its portal links are closed, and the people they were made for are struck out; its own page is switched off, and links
 * to secrets that were handed over for it stop.
 * A failure is logged and does not undo the deletion, which has happened.
 */
export async function forgetOrganization(environment: string, organizationId: string): Promise<void> {
  const where = { environment, organizationId };
  try {
    await db().$transaction([
      db().organizationNote.deleteMany({ where }),
      db().ticketLink.deleteMany({ where }),
      db().customerPage.deleteMany({ where }),
      db().portalLink.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: new Date() } }),
      db().portalLink.updateMany({ where, data: { recipientName: null, recipientEmail: null } }),
      db().handOver.deleteMany({ where }),
      // Who asked and who decided stays, and what they wrote goes.
      db().approval.updateMany({ where, data: { reason: null, comment: null, details: {} } }),
      db().accountLink.deleteMany({ where }),
      db().keptCertificate.deleteMany({ where }),
      db().domainMove.deleteMany({
        where: {
          environment,
          OR: [{ fromOrganizationId: organizationId }, { toOrganizationId: organizationId }],
        },
      }),
      db().bulkJob.deleteMany({ where }),
      ...forgetSnapshots(environment, organizationId),
      db().staffRecent.deleteMany({ where }),
      db().staffPin.deleteMany({ where }),
      db().signInWatch.deleteMany({ where }),
      db().directoryAlarm.deleteMany({ where }),
    ]);
  } catch (error) {
    logger.error({ err: error, environment, organizationId }, 'Records of a deleted organization are left');
  }
}
