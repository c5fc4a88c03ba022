import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { commonsPb, type organizationsPb } from '@/lib/scalekit/services';
import { featureNames, type OrganizationRow } from './rows';

type OrganizationInit = MessageInitShape<typeof organizationsPb.OrganizationSchema>;

/** An organization as the API shows it. */
export function toOrganization(row: OrganizationRow): OrganizationInit {
  return {
    id: row.id,
    createTime: timestampFromMs(row.createdAt),
    updateTime: timestampFromMs(row.updatedAt),
    displayName: row.displayName,
    regionCode: commonsPb.RegionCode[row.region],
    externalId: row.externalId,
    metadata: row.metadata,
    settings: { features: featureNames.map((name) => ({ name, enabled: row.features[name] })) },
    slug: row.slug,
    logoUrl: row.logoUrl,
  };
}
