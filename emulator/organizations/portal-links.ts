import { randomUUID } from 'node:crypto';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { organizationsPb, type services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidField, notFound } from '../errors';
import { hashSecret } from '../hash-secret';
import type { PortalFeature } from '../portal/rows';
import type { Implementation } from '../service';
import { requireOrganization } from './find-organization';
import type { OrganizationRow } from './rows';

type OrganizationOperations = Implementation<typeof services.organizations>;

const lifetimeMs = 60_000;

/** Links into the admin portal: one minute, one use. */
export function portalLinks(environment: Environment) {
  const { clock, newId, store } = environment;
  return {
    generatePortalLink(request) {
      const organization = requireOrganization(environment, request.id);
      const secret = randomUUID();
      const now = clock.now();
      const link = store.portalLinks.put({
        id: newId('lnk'),
        createdAt: now,
        organizationId: organization.id,
        features: chooseFeatures(organization, request),
        secretHash: hashSecret(secret),
        expiresAt: now + lifetimeMs,
      });
      const location = `${environment.url()}/magicLink/${secret}`;
      return { link: { id: link.id, location, expireTime: timestampFromMs(link.expiresAt) } };
    },

    deletePortalLinkByID({ id, linkId }) {
      const link = store.portalLinks.get(linkId);
      if (link?.organizationId !== requireOrganization(environment, id).id) {
        throw notFound(`portal link ${linkId}`);
      }
      store.portalLinks.delete(linkId);
      return {};
    },
  } satisfies OrganizationOperations;
}

const featureNames = new Map<number, PortalFeature>([
  [organizationsPb.Feature.sso, 'sso'],
  [organizationsPb.Feature.dir_sync, 'dir_sync'],
]);

// Without a choice the link covers what the organization has switched on.
function chooseFeatures(
  organization: OrganizationRow,
  request: organizationsPb.GeneratePortalLinkRequest,
): PortalFeature[] {
  const chosen = new Set<PortalFeature>();
  for (const feature of request.features) {
    const name = featureNames.get(feature);
    if (!name) throw invalidField('features', `${feature} is not a feature`, 'enum.defined_only');
    chosen.add(name);
  }
  if (request.sso) chosen.add('sso');
  if (request.directorySync) chosen.add('dir_sync');
  if (chosen.size === 0) return [...featureNames.values()].filter((name) => organization.features[name]);
  for (const name of chosen) {
    if (!organization.features[name]) {
      throw invalidField('features', `${name} is not enabled for ${organization.id}`, 'feature_enabled');
    }
  }
  return [...chosen];
}
