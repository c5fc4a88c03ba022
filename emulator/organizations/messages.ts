import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { commonsPb, organizationsPb } from '@/lib/scalekit/services';
import { oncePerRow } from '../once-per-row';
import { featureNames, type OrganizationRow } from './rows';

/** An organization as the API shows it. */
export const toOrganization = oncePerRow((row: OrganizationRow) =>
  create(organizationsPb.OrganizationSchema, {
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
  }),
);
