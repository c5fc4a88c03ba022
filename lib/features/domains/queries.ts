import 'server-only';
import { lookUpTxt } from '@/lib/dns';
import { AppError } from '@/lib/errors';
import type { Page } from '@/lib/page';
import { connectionsPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { judgeRecord } from './judge-record';
import { toDomainRow } from './rows';
import {
  type DomainCheck,
  type DomainImpact,
  type DomainRow,
  domainInput,
  domainPageSize,
  listDomainsInput,
} from './schema';

/** A page of an organization's domains, with the record that proves each. Source: GET /organizations/{id}/domains. */
export const listDomains = defineQuery({
  permission: 'domain.read',
  input: listDomainsInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, page }, { scalekit }): Promise<Page<DomainRow>> => {
    const { domains, pageNumber } = await scalekit.domains.listDomains({
      identities: { case: 'organizationId', value: organizationId },
      include: 'verification_details',
      pageSize: domainPageSize,
      pageNumber: page,
    });
    return {
      rows: domains.map(toDomainRow),
      total: null,
      nextToken: domains.length === domainPageSize ? String(pageNumber + 1) : null,
      previousToken: page === undefined ? null : String(pageNumber - 1),
    };
  },
});

/**
 * What the DNS says now of the record that a domain is proved by. The name comes from Scalekit, never from the browser.
 * Source: GET /organizations/{id}/domains/{id}, then a TXT look-up.
 */
export const checkDomain = defineQuery({
  permission: 'domain.read',
  input: domainInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, domainId }, { scalekit }): Promise<DomainCheck> => {
    const identities = { case: 'organizationId', value: organizationId } as const;
    const { domain } = await scalekit.domains.getDomain({ identities, id: domainId });
    if (!domain) throw new AppError('not_found', `There is no domain ${domainId} in this organization.`);
    return judgeRecord(domain, await lookUpTxt(domain.domain));
  },
});

/** What an organization's domain may lead to. A part that fails is null: the rest still helps. Source: connections, directories. */
export const countDomainImpact = defineQuery({
  permission: 'domain.read',
  input: domainInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { scalekit }): Promise<DomainImpact> => {
    const [connections, directories] = await Promise.allSettled([
      scalekit.connections.listConnections({ organizationId, include: 'all' }),
      scalekit.directories.listDirectories({ organizationId }),
    ]);
    return {
      connections:
        connections.status === 'fulfilled'
          ? connections.value.connections.filter(({ enabled }) => enabled).map(describe)
          : null,
      directories: directories.status === 'fulfilled' ? directories.value.directories.length : null,
    };
  },
});

function describe({ provider, type }: connectionsPb.ListConnection): string {
  return `${connectionsPb.ConnectionProvider[provider] ?? 'Other'} (${connectionsPb.ConnectionType[type] ?? 'other'})`;
}
