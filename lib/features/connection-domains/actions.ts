'use server';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { assignDomainsInput } from './schema';

/**
 * PUT /organizations/{id}/connections/{id}/domains: what is sent replaces what was there.
 * @returns the domains that it holds now, and what of them differs from what was asked for
 */
export const assignDomains = defineAction({
  permission: 'connection.assign_domains',
  input: assignDomainsInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, connectionId, domainIds }, { scalekit }) => {
    const { connection } = await scalekit.connections.assignDomainsToConnection({
      organizationId,
      connectionId,
      domainIds,
    });
    if (!connection)
      throw new AppError('unavailable', 'Scalekit took it but did not say which domains it holds now.', {
        unknown: true,
      });
    const now = new Set(connection.domains.map(({ id }) => id));
    return {
      kept: connection.domains.filter(({ id }) => !domainIds.includes(id)).map(({ domain }) => domain),
      missing: domainIds.filter((id) => !now.has(id)),
      domains: connection.domains.map(({ domain }) => domain),
    };
  },
  audit: {
    target: ({ connectionId }) => ({ type: 'connection', id: connectionId }),
    details: ({ domainIds }) => ({ domainIds }),
    result: ({ kept, missing }) => ({ details: { kept, missing } }),
  },
});
