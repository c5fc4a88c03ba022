import type { JsonObject, MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { clientsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import type { ConsentRow, ResourceRow } from './rows';

/** A resource as the API shows it. */
export function toResource(
  { store, url }: Environment,
  row: ResourceRow,
): MessageInitShape<typeof clientsPb.ResourceSchema> {
  const { type, createdAt, updatedAt, connection, scopes, ...fields } = row;
  const isServer = type === 'MCP_SERVER';
  return {
    ...fields,
    resourceType: clientsPb.ResourceType[type],
    createTime: timestampFromMs(createdAt),
    updateTime: timestampFromMs(updatedAt),
    accessTokenExpiry: BigInt(row.accessTokenExpiry),
    refreshTokenExpiry: BigInt(row.refreshTokenExpiry),
    scopes: scopes.map(({ id, name }) => {
      const [permission] = store.permissions.findBy('name', name);
      return { id, name, description: permission?.description, enabled: true };
    }),
    protectedMetadata: isServer ? metadataOf(url(), row) : undefined,
    protectedMetadataUri: isServer ? metadataUri(row.resourceUri) : '',
    connectionDetails: connection && toResourceConnection(url(), connection),
  };
}

/** The owner's own sign-in behind a resource. */
export function toResourceConnection(
  issuer: string,
  { id, authorizeUri }: NonNullable<ResourceRow['connection']>,
): MessageInitShape<typeof clientsPb.ResourceConnectionSchema> {
  const isReady = authorizeUri !== '';
  return {
    id,
    type: clientsPb.ResourceConnectionType.CUSTOM,
    status: isReady ? 'COMPLETED' : 'DRAFT',
    enabled: isReady,
    settings: isReady ? { authorize_uri: new URL(authorizeUri, issuer).href } : {},
    provider: 'CUSTOM',
  };
}

// RFC 9728: what an MCP server publishes so that clients find who signs people in.
function metadataOf(issuer: string, row: ResourceRow): JsonObject {
  return {
    resource: row.resourceUri,
    resource_name: row.name,
    authorization_servers: [`${issuer}/resources/${row.id}`],
    bearer_methods_supported: ['header'],
    scopes_supported: row.scopes.map(({ name }) => name),
  };
}

function metadataUri(resourceUri: string): string {
  if (!URL.canParse(resourceUri)) return '';
  const { origin, pathname } = new URL(resourceUri);
  return `${origin}/.well-known/oauth-protected-resource${pathname === '/' ? '' : pathname}`;
}

/** What a person let a client do. */
export function toConsent(
  { store }: Environment,
  row: ConsentRow,
): MessageInitShape<typeof clientsPb.ResourceUserConsentSchema> {
  return {
    id: row.id,
    externalUserId: row.externalUserId,
    clientId: row.clientId,
    clientName: store.machineClients.get(row.clientId)?.name,
    scopes: row.scopes,
    grantedAt: timestampFromMs(row.createdAt),
  };
}
