import 'server-only';
import { recordNotice } from '@/lib/audit/staff-log';
import { currentVisit, endVisit } from '@/lib/auth/customer-visit';
import { logger } from '@/lib/logger';

/**
 * Ends this browser's visit and notes it in the staff log. Not a `defineCustomerAction`: leaving touches nothing of the
 * organization and must work when the page is off, when too much was done, and when the log cannot be written.
 */
export async function endOwnVisit(): Promise<void> {
  const visit = await currentVisit();
  await endVisit();
  if (!visit) return;
  const { environment, organizationId, linkId } = visit;
  try {
    await recordNotice({
      ...{ environment, organizationId, actor: visit },
      action: 'customer_page.sign_out',
      target: { type: 'portal_link', id: linkId },
    });
  } catch (err) {
    logger.warn({ err, linkId }, 'A sign-out could not be noted');
  }
}
