import type { JsonObject } from '@bufbuild/protobuf';
import { z } from 'zod';
import {
  normalizeUser,
  readGroupAttributes,
  userAttributesSchema,
} from '../directories/directory-attributes';
import { directoryEndpoint } from '../directories/messages';
import type { DirectoryRow, DirectoryUserRow } from '../directories/rows';
import { addDirectoryUser, changeDirectoryUser, removeDirectoryUser } from '../directories/sync-users';
import type { Environment } from '../environment';
import { applyPatch } from './patch';
import { type Resources, readOwn, resourceMeta } from './resources';
import { ScimError } from './scim-error';

const coreSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** The users of a directory, as its identity provider sees them. */
export function scimUsers(environment: Environment, directory: DirectoryRow): Resources {
  const { store } = environment;
  const endpoint = directoryEndpoint(environment, directory);

  function require(id: string): DirectoryUserRow {
    const row = store.directoryUsers.get(id);
    if (row?.directoryId !== directory.id) throw new ScimError(404, `User ${id} not found.`);
    return row;
  }

  // All groups of the directory: an identity provider does not know which ones are tracked.
  function show(row: DirectoryUserRow): JsonObject {
    const extensions = Object.keys(row.attributes).filter((name) => name.startsWith('urn:'));
    const groups = store.directoryGroups
      .findBy('directoryId', directory.id)
      .filter(({ memberIds }) => memberIds.includes(row.id));
    return {
      schemas: [coreSchema, ...extensions],
      id: row.id,
      ...row.attributes,
      groups: groups.map((group) => ({
        value: group.id,
        display: readGroupAttributes(group.attributes).displayName,
        $ref: `${endpoint}/Groups/${group.id}`,
      })),
      meta: resourceMeta('User', `${endpoint}/Users/${row.id}`, row),
    };
  }

  function change(current: DirectoryUserRow, body: JsonObject): JsonObject {
    const attributes = readAttributes(body);
    checkUserName(attributes, current.id);
    const before = normalizeUser(current.attributes).email;
    if (before && normalizeUser(attributes).email !== before) {
      throw new ScimError(400, "A user's e-mail cannot be changed.", 'mutability');
    }
    return show(changeDirectoryUser(environment, directory, current, attributes));
  }

  function checkUserName({ userName }: JsonObject, ownId?: string): void {
    const wanted = String(userName).toLowerCase();
    const taken = store.directoryUsers
      .findBy('directoryId', directory.id)
      .some((row) => row.id !== ownId && String(row.attributes.userName).toLowerCase() === wanted);
    if (taken) throw new ScimError(409, `userName ${userName} is already used.`, 'uniqueness');
  }

  return {
    list: () => store.directoryUsers.findBy('directoryId', directory.id).map(show),
    get: (id) => show(require(id)),
    create(body) {
      const attributes = readAttributes(body);
      checkUserName(attributes);
      return show(addDirectoryUser(environment, directory, attributes));
    },
    replace: (id, body) => change(require(id), body),
    patch(id, operations) {
      const row = require(id);
      return change(row, applyPatch(row.attributes, operations));
    },
    remove: (id) => removeDirectoryUser(environment, directory, require(id)),
  };
}

function readAttributes(body: JsonObject): JsonObject {
  const result = userAttributesSchema.safeParse(readOwn(body));
  if (!result.success) throw new ScimError(400, z.prettifyError(result.error), 'invalidValue');
  return result.data as JsonObject;
}
