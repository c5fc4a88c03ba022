import 'server-only';
import { clientsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { ConsentRow, ResourceClientRow, ResourceRow } from './schema';

const seconds = (value: bigint) => (value > 0n ? Number(value) : null);

/** Plain row of a resource. */
export function toResourceRow(resource: clientsPb.Resource): ResourceRow {
  return {
    id: resource.id,
    name: resource.name || resource.id,
    type: clientsPb.ResourceType[resource.resourceType] ?? '',
    description: resource.description,
    resourceUri: resource.resourceUri,
    scopes: resource.scopes.map(({ name }) => name),
    accessTokenExpiry: seconds(resource.accessTokenExpiry),
    refreshTokenExpiry: seconds(resource.refreshTokenExpiry),
    disableDynamicClientRegistration: resource.disableDynamicClientRegistration,
    intersectScopesUserPermission: resource.intersectScopesUserPermission,
    enableCimd: resource.enableCimd,
    createdAt: toIso(resource.createTime),
    updatedAt: toIso(resource.updateTime),
  };
}

/** Plain row of a client of a resource. */
export function toResourceClientRow(client: clientsPb.M2MClient): ResourceClientRow {
  return {
    id: client.clientId,
    name: client.name || client.clientId,
    scopes: client.scopes,
    redirectUris: client.redirectUris,
    isDynamic: client.isDcr || client.isCimd,
    createdAt: toIso(client.createTime),
  };
}

/** Plain row of a consent. */
export function toConsentRow(consent: clientsPb.ResourceUserConsent): ConsentRow {
  return {
    id: consent.id,
    person: consent.externalUserId,
    clientId: consent.clientId,
    clientName: consent.clientName || consent.clientId,
    scopes: consent.scopes,
    grantedAt: toIso(consent.grantedAt),
  };
}
