import 'server-only';
import { recordNotice } from '@/lib/audit/staff-log';
import type { PortalLink } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';

/**
 * Leaves a notice of the visitor in the staff log: that a code was sent or tried, never the code.
 * The customer does not wait for a log that cannot be written.
 */
export async function noteCode(
  link: PortalLink,
  act: 'send_code' | 'verify_code',
  outcome: string,
  requestId?: string,
): Promise<void> {
  try {
    await recordNotice({
      environment: link.environment,
      actor: 'visitor',
      action: `portal_link.${act}`,
      organizationId: link.organizationId,
      target: { type: 'portal_link', id: link.id },
      details: { outcome },
      requestId,
    });
  } catch (error) {
    logger.error({ err: error, linkId: link.id, act }, 'A notice about a code could not be written');
  }
}
