import type { JsonObject } from '@bufbuild/protobuf';
import type { z } from 'zod';
import type { patchSchema } from './patch';

export type PatchOperations = z.output<typeof patchSchema>['Operations'];

/** What a SCIM endpoint such as `/Users` does. Methods that take an id throw a ScimError 404 for an unknown one. */
export type Resources = {
  /** All resources, oldest first. */
  list: () => JsonObject[];
  get: (id: string) => JsonObject;
  create: (body: JsonObject) => JsonObject;
  replace: (id: string, body: JsonObject) => JsonObject;
  patch: (id: string, operations: PatchOperations) => JsonObject;
  remove: (id: string) => void;
};

// Decided by the server, or not ours to keep.
const ownAttributes = new Set(['id', 'meta', 'schemas', 'groups', 'password']);

/** What a client may decide of a resource. Null means unassigned, as RFC 7643 has it. */
export function readOwn(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([name, value]) => !ownAttributes.has(name) && value !== null),
  );
}

/** The `meta` of a resource. Times in milliseconds. */
export function resourceMeta(
  resourceType: 'User' | 'Group',
  location: string,
  { createdAt, updatedAt }: { createdAt: number; updatedAt: number },
): JsonObject {
  const [created, lastModified] = [createdAt, updatedAt].map((ms) => new Date(ms).toISOString());
  return { resourceType, created: created ?? '', lastModified: lastModified ?? '', location };
}
