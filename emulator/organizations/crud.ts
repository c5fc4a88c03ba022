import { commonsPb, type services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument } from '../errors';
import { emitEvent } from '../events/emit';
import { organizationData } from '../events/payloads';
import type { Implementation } from '../service';
import { checkOrganization } from './check-organization';
import { deleteOrganization } from './delete-organization';
import { requireByExternalId, requireIdentified } from './find-organization';
import { toOrganization } from './messages';
import type { OrganizationRow } from './rows';

type OrganizationOperations = Implementation<typeof services.organizations>;

/** Create, read, update and delete. */
export function organizationCrud(environment: Environment) {
  const { clock, newId, store } = environment;

  function announce(type: 'organization.created' | 'organization.updated', row: OrganizationRow): void {
    emitEvent(environment, { type, organizationId: row.id, data: organizationData(row) });
  }

  return {
    createOrganization({ organization }) {
      if (!organization) throw invalidArgument('organization is required');
      const now = clock.now();
      const row: OrganizationRow = {
        id: newId('org'),
        createdAt: now,
        updatedAt: now,
        displayName: organization.displayName,
        region: organization.regionCode === commonsPb.RegionCode.EU ? 'EU' : 'US',
        externalId: organization.externalId || undefined,
        slug: organization.slug || undefined,
        logoUrl: organization.logoUrl || undefined,
        metadata: organization.metadata,
        features: { sso: true, dir_sync: false, domain_verification: false, session_policy: false },
      };
      checkOrganization(store, row);
      store.organizations.put(row);
      announce('organization.created', row);
      return { organization: toOrganization(row) };
    },

    getOrganization({ identities }) {
      return { organization: toOrganization(requireIdentified(environment, identities)) };
    },

    getOrganizationByExternalId({ identities }) {
      if (identities.case !== 'externalId') throw invalidArgument('ExternalId is required');
      return { organization: toOrganization(requireByExternalId(environment, identities.value)) };
    },

    updateOrganization({ identities, organization, updateMask }) {
      const current = requireIdentified(environment, identities);
      if (!organization) throw invalidArgument('organization is required');
      const mask = updateMask?.paths ?? [];
      const chosen = (path: string) => mask.length === 0 || mask.includes(path);
      const row: OrganizationRow = { ...current, updatedAt: clock.now() };
      const { displayName, externalId, slug, logoUrl, metadata } = organization;
      if (displayName !== undefined && chosen('display_name')) row.displayName = displayName;
      if (externalId !== undefined && chosen('external_id')) row.externalId = externalId || undefined;
      if (slug !== undefined && chosen('slug')) row.slug = slug || undefined;
      if (logoUrl !== undefined && chosen('logo_url')) row.logoUrl = logoUrl || undefined;
      // An empty map is no change, unless the mask names it: then it clears.
      const sendsMetadata = Object.keys(metadata).length > 0 && chosen('metadata');
      if (sendsMetadata || mask.includes('metadata')) row.metadata = metadata;
      checkOrganization(store, row);
      store.organizations.put(row);
      announce('organization.updated', row);
      return { organization: toOrganization(row) };
    },

    deleteOrganization({ identities }) {
      deleteOrganization(environment, requireIdentified(environment, identities));
      return {};
    },
  } satisfies OrganizationOperations;
}
