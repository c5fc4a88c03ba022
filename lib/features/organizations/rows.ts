import 'server-only';
import { toRows } from '@/lib/key-values';
import { commonsPb, type organizationsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { type OrganizationDetail, type OrganizationRow, organizationFeatures } from './schema';

/** Plain row of an organization: the vendor's message ends here. */
export function toOrganizationRow(organization: organizationsPb.Organization): OrganizationRow {
  const enabled = new Set(
    organization.settings?.features.filter((feature) => feature.enabled).map((feature) => feature.name),
  );
  return {
    id: organization.id,
    displayName: organization.displayName,
    externalId: organization.externalId || null,
    // A region that this SDK does not know yet decodes to 0.
    region:
      organization.regionCode === 0 ? 'Other' : (commonsPb.RegionCode[organization.regionCode] ?? 'Other'),
    createdAt: toIso(organization.createTime),
    features: organizationFeatures.filter((name) => enabled.has(name)),
  };
}

/** The row with everything that the overview shows. */
export function toOrganizationDetail(organization: organizationsPb.Organization): OrganizationDetail {
  return {
    ...toOrganizationRow(organization),
    updatedAt: toIso(organization.updateTime),
    slug: organization.slug || null,
    logoUrl: organization.logoUrl || null,
    metadata: toRows(organization.metadata),
  };
}
