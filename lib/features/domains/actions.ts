'use server';
import { AppError } from '@/lib/errors';
import { domainsPb } from '@/lib/scalekit/services';
import { defineAction } from '@/lib/server/define-action';
import { leadingTo, recordMove, scopeOfMove } from './move-records';
import { addDomainInput, type DomainType, domainInput, moveInInput, moveOutInput } from './schema';

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

/**
 * DELETE …/domains/{id} at the customer that holds it, so that another one can have it. What it led to is noted first:
 * the way back needs it.
 */
export const moveDomainOut = defineAction({
  permission: 'domain.move_out',
  input: moveOutInput,
  scope: ({ fromOrganizationId, organizationId }, { principal }) =>
    scopeOfMove(principal, fromOrganizationId, organizationId),
  run: async ({ fromOrganizationId, organizationId, domainId, confirmDomain }, context) => {
    const { scalekit } = context;
    const holder = { case: 'organizationId', value: fromOrganizationId } as const;
    const [{ domain }, { connections }, from, to] = await Promise.all([
      scalekit.domains.getDomain({ identities: holder, id: domainId }),
      scalekit.connections.listConnections({ organizationId: fromOrganizationId, include: 'all' }),
      scalekit.organizations.getOrganization({ identities: { case: 'id', value: fromOrganizationId } }),
      scalekit.organizations.getOrganization({ identities: { case: 'id', value: organizationId } }),
    ]);
    if (!domain) throw new AppError('not_found', `There is no domain ${domainId} in this organization.`);
    if (domain.domain !== confirmDomain) {
      const fieldErrors = { confirmDomain: `Type the domain as it is: ${domain.domain}` };
      throw new AppError('invalid', 'The typed domain does not match.', { fieldErrors });
    }
    await recordMove(context, {
      domain: domain.domain,
      fromOrganizationId,
      fromName: from.organization?.displayName ?? fromOrganizationId,
      toOrganizationId: organizationId,
      toName: to.organization?.displayName ?? organizationId,
      connectionIds: leadingTo(connections, domain).map(({ id }) => id),
    });
    await scalekit.domains.deleteDomain({ identities: holder, id: domainId });
    return null;
  },
  audit: {
    target: ({ domainId }) => ({ type: 'domain', id: domainId }),
    details: ({ confirmDomain, fromOrganizationId, organizationId }) => ({
      domain: confirmDomain,
      from: fromOrganizationId,
      to: organizationId,
    }),
  },
});

/** POST /organizations/{id}/domains at the other end of a move, or back at the first. It counts as verified at once. */
export const moveDomainIn = defineAction({
  permission: 'domain.move_in',
  input: moveInInput,
  scope: ({ organizationId, otherOrganizationId }, { principal }) =>
    scopeOfMove(principal, organizationId, otherOrganizationId),
  run: async ({ organizationId, domain, connectionId }, { scalekit }) => {
    const created = await scalekit.domains.createDomain({
      identities: { case: 'organizationId', value: organizationId },
      connectionId: connectionId || undefined,
      domain: { domain, domainType: types.organization },
    });
    if (!created.domain)
      throw new AppError('unavailable', 'Scalekit added it but sent no id.', { unknown: true });
    return { domainId: created.domain.id };
  },
  audit: {
    target: () => ({ type: 'domain' }),
    details: ({ domain, otherOrganizationId, connectionId }) => ({
      domain,
      from: otherOrganizationId,
      connectionId,
    }),
    result: ({ domainId }) => ({ target: { type: 'domain', id: domainId } }),
  },
});
