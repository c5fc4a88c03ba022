'use server';
import { AppError } from '@/lib/errors';
import { domainsPb } from '@/lib/scalekit/services';
import { defineAction } from '@/lib/server/define-action';
import { addDomainInput, type DomainType, domainInput } from './schema';

const types: Record<DomainType, domainsPb.DomainType> = {
  organization: domainsPb.DomainType.ORGANIZATION_DOMAIN,
  allowed_email: domainsPb.DomainType.ALLOWED_EMAIL_DOMAIN,
};

/** POST /organizations/{id}/domains. Added this way a domain counts as verified at once: we vouch for it. */
export const addDomain = defineAction({
  permission: 'domain.add',
  input: addDomainInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, domain, type }, { scalekit }) => {
    const created = await scalekit.domains.createDomain({
      identities: { case: 'organizationId', value: organizationId },
      domain: { domain, domainType: types[type] },
    });
    if (!created.domain)
      throw new AppError('unavailable', 'Scalekit added it but sent no id.', { unknown: true });
    return { domainId: created.domain.id };
  },
  audit: {
    target: () => ({ type: 'domain' }),
    details: ({ domain, type }) => ({ domain, type }),
    result: ({ domainId }) => ({ target: { type: 'domain', id: domainId } }),
  },
});

/**
 * PATCH …/domains/{id}:verify, which looks for the TXT record now.
 * @returns whether Scalekit has found it; not finding it is an answer, not a failure
 */
export const verifyDomain = defineAction({
  permission: 'domain.verify',
  input: domainInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, domainId }, { scalekit }) => {
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

/** DELETE …/domains/{id}. Its name may be added again, here or elsewhere. */
export const deleteDomain = defineAction({
  permission: 'domain.delete',
  input: domainInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, domainId }, { scalekit }) => {
    await scalekit.domains.deleteDomain({
      identities: { case: 'organizationId', value: organizationId },
      id: domainId,
    });
    return null;
  },
  audit: {
    target: ({ domainId }) => ({ type: 'domain', id: domainId }),
    details: () => ({}),
  },
});
