import 'server-only';
import { type CustomerVisit, currentVisit } from '@/lib/auth/customer-visit';
import { isMailConfigured } from '@/lib/mail';

type Link = { id: string; recipientEmail: string | null };

/** True when a link opens only to who reads its recipient's mail. Links without a recipient are older than the question. */
export function asksForCode<L extends Link>(link: L): link is L & { recipientEmail: string } {
  return isMailConfigured() && link.recipientEmail !== null;
}

/** This browser's visit, if it proved itself for this very link: the visit of another link opens nothing here. */
export async function findVisitOf(link: Link): Promise<CustomerVisit | null> {
  const visit = await currentVisit();
  return visit?.linkId === link.id ? visit : null;
}
