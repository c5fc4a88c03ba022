import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { domainsPb } from '@/lib/scalekit/services';

const pageSize = 50;
const mostPages = 6;

/**
 * An organization's domains that lead sign-in. The API pages them by number and gives no total; hardly anybody has more
 * than one page. `complete` is false when the reading stopped before the end.
 */
export async function readOrganizationDomains({ domains }: ScalekitClient, organizationId: string) {
  const read: domainsPb.Domain[] = [];
  // Whether the first page is 0 or 1 is not published: it is asked for without a number.
  let pageNumber: number | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await domains.listDomains({
      identities: { case: 'organizationId', value: organizationId },
      domainType: domainsPb.DomainType.ORGANIZATION_DOMAIN,
      pageSize,
      pageNumber,
    });
    read.push(...answer.domains);
    if (answer.domains.length < pageSize) return { domains: read, complete: true };
    pageNumber = answer.pageNumber + 1;
  }
  return { domains: read, complete: false };
}
