import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { domainsPb } from '@/lib/scalekit/services';

const pageSize = 100;
const mostPages = 5;

/** The domain that leads an organization's sign-in, by its name; null when it is not among the first five hundred. */
export async function findDomain(
  { domains }: ScalekitClient,
  organizationId: string,
  name: string,
): Promise<domainsPb.Domain | null> {
  // Whether the first page is 0 or 1 is not published: it is asked for without a number.
  let pageNumber: number | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await domains.listDomains({
      identities: { case: 'organizationId', value: organizationId },
      include: 'verification_details',
      domainType: domainsPb.DomainType.ORGANIZATION_DOMAIN,
      pageSize,
      pageNumber,
    });
    const found = answer.domains.find(({ domain }) => domain.toLowerCase() === name);
    if (found) return found;
    if (answer.domains.length < pageSize) return null;
    pageNumber = answer.pageNumber + 1;
  }
  return null;
}
