import type { JsonObject } from '@bufbuild/protobuf';
import { enterpriseSchema } from '../directories/directory-attributes';
import { maximumCount } from './list-response';
import { schemas } from './schemas.data';

/** What the server can do: `/ServiceProviderConfig`. */
export function serviceProviderConfig(endpoint: string): JsonObject {
  const unsupported = { supported: false };
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: maximumCount },
    changePassword: unsupported,
    sort: unsupported,
    etag: unsupported,
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: "The directory's bearer secret",
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${endpoint}/ServiceProviderConfig` },
  };
}

/** What kinds of resources there are: `/ResourceTypes`, with `id` in each. */
export function resourceTypes(endpoint: string): JsonObject[] {
  return ['User', 'Group'].map((name) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: name,
    name,
    endpoint: `/${name}s`,
    schema: `urn:ietf:params:scim:schemas:core:2.0:${name}`,
    schemaExtensions: name === 'User' ? [{ schema: enterpriseSchema, required: false }] : [],
    meta: { resourceType: 'ResourceType', location: `${endpoint}/ResourceTypes/${name}` },
  }));
}

/** What attributes they have: `/Schemas`, with `id` in each. */
export function schemaResources(endpoint: string): JsonObject[] {
  return schemas.map((schema) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    ...schema,
    meta: { resourceType: 'Schema', location: `${endpoint}/Schemas/${schema.id}` },
  }));
}
