import { domainsPb, type services } from '@/lib/scalekit/services';
import { requireConnection } from '../connections/find-connection';
import type { Environment } from '../environment';
import { invalidArgument } from '../errors';
import type { Implementation } from '../service';
import { createDomain } from './create-domain';
import { deleteDomain } from './delete-domain';
import { requireDomain, requireOwner } from './find-domain';
import { toDomain } from './messages';
import { isVerified, settleDomain } from './verification';

const { DomainType } = domainsPb;
const pageSizes = { fallback: 30, limit: 100 };

/** DomainService, as far as a client token may call it. */
export function domainService(environment: Environment): Implementation<typeof services.domains> {
  const { clock, store } = environment;
  return {
    createDomain({ identities, connectionId, domain }) {
      const organization = requireOwner(environment, identities);
      if (!domain) throw invalidArgument('domain is required');
      const connection = connectionId && requireConnection(environment, organization.id, connectionId);
      const isAllowed = domain.domainType === DomainType.ALLOWED_EMAIL_DOMAIN;
      const type = isAllowed ? 'ALLOWED_EMAIL_DOMAIN' : 'ORGANIZATION_DOMAIN';
      const row = createDomain(environment, organization, domain.domain, type);
      if (connection) {
        store.connections.put({ ...connection, domainIds: [...connection.domainIds, row.id] });
      }
      return { domain: toDomain(environment, row) };
    },

    // The name cannot change and nothing else can be sent.
    updateDomain({ identities, id }) {
      const row = { ...requireDomain(environment, identities, id), updatedAt: clock.now() };
      return { domain: toDomain(environment, store.domains.put(row)) };
    },

    verifyDomain({ identities, id }) {
      return { verified: isVerified(requireDomain(environment, identities, id)) };
    },

    getDomain({ identities, id }) {
      return { domain: toDomain(environment, requireDomain(environment, identities, id)) };
    },

    deleteDomain({ identities, id }) {
      deleteDomain(environment, requireDomain(environment, identities, id));
      return {};
    },

    listDomains({ identities, connectionId, include, domainType, ...page }) {
      const organization = requireOwner(environment, identities);
      const connection = connectionId && requireConnection(environment, organization.id, connectionId);
      const rows = store.domains
        .findBy('organizationId', organization.id)
        .filter((row) => !domainType || DomainType[row.type] === domainType)
        .filter((row) => !connection || connection.domainIds.includes(row.id))
        .reverse();
      const pageSize = Math.min(page.pageSize || pageSizes.fallback, pageSizes.limit);
      const pageNumber = Math.max(page.pageNumber ?? 0, 0);
      const extras = include?.split(',').map((part) => part.trim()) ?? [];
      const withRecord = extras.includes('verification_details');
      const shown = rows.slice(pageNumber * pageSize, (pageNumber + 1) * pageSize);
      const domains = shown.map((row) => toDomain(environment, settleDomain(environment, row), withRecord));
      return { pageSize, pageNumber, domains };
    },
  };
}
