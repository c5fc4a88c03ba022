import 'server-only';
import { z } from 'zod';
import { CustomerError } from '@/lib/customer-error';
import { lookUpTxt } from '@/lib/dns';
import { domainsPb } from '@/lib/scalekit/services';
import { defineCustomerQuery } from '@/lib/server/define-customer-query';
import { judgeRecord } from './judge-record';
import { toDomainRow } from './rows';
import {
  checkedAtOnce,
  type DomainCheck,
  domainPageSize,
  type OwnDomains,
  ownDomainInput,
  type UnprovedDomain,
} from './schema';

/** The domains that route sign-in, and for those not proved yet what the DNS says now. One call, then look-ups at once. */
export const listOwnDomains = defineCustomerQuery({
  permission: 'domain.read',
  input: z.object({}),
  load: async (_input, { organizationId, scalekit }): Promise<OwnDomains> => {
    const { domains } = await scalekit.domains.listDomains({
      identities: { case: 'organizationId', value: organizationId },
      include: 'verification_details',
      pageSize: domainPageSize,
    });
    const routing = domains.filter(
      ({ domainType }) => domainType !== domainsPb.DomainType.ALLOWED_EMAIL_DOMAIN,
    );
    const unproved = routing.filter((domain) => !isProved(domain));
    return {
      proved: routing.filter(isProved).map(({ domain }) => domain),
      unproved: await Promise.all(unproved.map((domain, index) => toUnproved(domain, index < checkedAtOnce))),
      more: domains.length === domainPageSize,
    };
  },
});

/** What the DNS says now of one domain. A domain of another organization is not found under this one's id. */
export const checkOwnDomain = defineCustomerQuery({
  permission: 'domain.read',
  input: ownDomainInput,
  load: async ({ domainId }, { organizationId, scalekit }): Promise<DomainCheck> => {
    const identities = { case: 'organizationId', value: organizationId } as const;
    const { domain } = await scalekit.domains.getDomain({ identities, id: domainId });
    if (domain?.organizationId !== organizationId)
      throw new CustomerError('not_found', 'This domain is not there any more.');
    return judgeRecord(domain, await lookUpTxt(domain.domain));
  },
});

const { VerificationStatus } = domainsPb;

function isProved({ verificationStatus: status }: domainsPb.Domain): boolean {
  return status === VerificationStatus.VERIFIED || status === VerificationStatus.AUTO_VERIFIED;
}

async function toUnproved(domain: domainsPb.Domain, ask: boolean): Promise<UnprovedDomain> {
  const { id, record, status } = toDomainRow(domain);
  const known = status === 'pending' || status === 'failed' ? status : 'other';
  const check = ask ? judgeRecord(domain, await lookUpTxt(domain.domain)) : null;
  return { id, domain: domain.domain, status: known, record, check };
}
