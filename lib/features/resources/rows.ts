import 'server-only';
import { clientsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { ConsentRow, ResourceClientRow, ResourceConnection, ResourceRow } from './schema';

const seconds = (value: bigint) => (value > 0n ? Number(value) : null);

/** Plain row of a resource. */
export function toResourceRow(resource: clientsPb.Resource): ResourceRow {
  return {
    id: resource.id,
    name: resource.name || resource.id,
    type: clientsPb.ResourceType[resource.resourceType] ?? '',
    description: resource.description,
    resourceUri: resource.resourceUri,
    logoUri: resource.logoUri,
    scopes: resource.scopes.map(({ name }) => name),
    accessTokenExpiry: seconds(resource.accessTokenExpiry),
    refreshTokenExpiry: seconds(resource.refreshTokenExpiry),
    disableDynamicClientRegistration: resource.disableDynamicClientRegistration,
    intersectScopesUserPermission: resource.intersectScopesUserPermission,
    enableCimd: resource.enableCimd,
    provider: resource.provider,
    connection: resource.connectionDetails ? toResourceConnection(resource.connectionDetails) : null,
    createdAt: toIso(resource.createTime),
    updatedAt: toIso(resource.updateTime),
  };
}

/** What is shown of the sign-in behind a resource; its settings stay with Scalekit. */
export function toResourceConnection(connection: clientsPb.ResourceConnection): ResourceConnection {
  const { id, provider, status, enabled } = connection;
  return { id, provider, status, enabled };
}

/** Plain row of a client of a resource. */
export function toResourceClientRow(client: clientsPb.M2MClient): ResourceClientRow {
  return {
    id: client.clientId,
    name: client.name || client.clientId,
    description: client.description,
    scopes: client.scopes,
    redirectUris: client.redirectUris,
    audience: client.audience,
    expiry: seconds(client.expiry),
    customClaims: client.customClaims.map(({ key, value }) => ({ key, value })),
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
