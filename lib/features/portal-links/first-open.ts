import 'server-only';
import { db } from '@/lib/db';
import { describeBrowser } from '@/lib/describe-browser';
import { env } from '@/lib/env';
import { formatExactTime } from '@/lib/format';
import type { PortalLink } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';
import { isMailConfigured, sendMail } from '@/lib/mail';
import { paths, withSearch } from '@/lib/paths';
import type { Visitor } from '@/lib/visitor';

/**
 * Notes a link's first open and mails it to the person who made the link. Of several opens at once one is the first.
 * Never throws: the customer is on the way to the portal. Callers need not wait for it.
 */
export async function noteFirstOpen(link: PortalLink, visitor: Visitor, now = new Date()): Promise<void> {
  try {
    const { count } = await db().portalLink.updateMany({
      where: { id: link.id, firstOpenedAt: null },
      data: { firstOpenedAt: now },
    });
    if (count === 1 && isMailConfigured()) await tellMaker(link, visitor, now);
  } catch (error) {
    logger.warn(
      { linkId: link.id, why: (error as Error).message },
      'The first open was not told to its maker',
    );
  }
}

async function tellMaker(link: PortalLink, visitor: Visitor, now: Date): Promise<void> {
  const maker = await db().staff.findUnique({ where: { id: link.createdById } });
  // Whoever may no longer use the console hears no more of its customers.
  if (maker?.disabledAt) return;
  const { environment, organizationId, organizationName, recipientEmail, recipientName } = link;
  const to = { name: maker?.name ?? '', address: maker?.email ?? link.createdByEmail };
  const browser = visitor.userAgent ? describeBrowser(visitor.userAgent) : null;
  const from = [browser, visitor.ip].filter(Boolean).join(', ');
  const page = withSearch(paths.portalLinks(environment, organizationId), { link: link.id });
  await sendMail({
    to,
    subject: `The portal link for ${organizationName} was opened`,
    parts: [
      `Your portal link for ${organizationName} (${environment}) was opened for the first time, at ${formatExactTime(now)}${from && ` (${from})`}.`,
      recipientEmail ? `It was made for ${recipientName} <${recipientEmail}>.` : 'It names no recipient.',
      'If you did not expect that, revoke the link. A setup portal that is open already stays open for up to six hours.',
      { label: 'Show the link', href: `${env().NEXTAUTH_URL}${page}` },
    ],
  });
}
