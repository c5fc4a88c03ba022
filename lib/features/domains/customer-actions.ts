'use server';
import { CustomerError } from '@/lib/customer-error';
import { defineCustomerAction } from '@/lib/server/define-customer-action';
import { ownDomainInput } from './schema';

/** PATCH …/domains/{id}:verify: has Scalekit look for the record now. Not finding it is an answer, not a failure. */
export const verifyOwnDomain = defineCustomerAction({
  permission: 'domain.verify',
  input: ownDomainInput,
  check: async ({ domainId }, { organizationId, scalekit }) => {
    const identities = { case: 'organizationId', value: organizationId } as const;
    const { domain } = await scalekit.domains.getDomain({ identities, id: domainId });
    if (domain?.organizationId !== organizationId)
      throw new CustomerError('not_found', 'This domain is not there any more.');
  },
  run: async ({ domainId }, { organizationId, scalekit }) => {
    const { verified } = await scalekit.domains.verifyDomain({
      identities: { case: 'organizationId', value: organizationId },
      id: domainId,
    });
    return { verified };
  },
  audit: {
    target: ({ domainId }) => ({ type: 'domain', id: domainId }),
    details: () => ({}),
    result: ({ verified }) => ({ details: { verified } }),
  },
});
