import type { JsonObject } from '@bufbuild/protobuf';
import { z } from 'zod';
import { groupAttributesSchema, normalizeUser } from '../directories/directory-attributes';
import { directoryEndpoint } from '../directories/messages';
import type { DirectoryGroupRow, DirectoryRow } from '../directories/rows';
import {
  addDirectoryGroup,
  changeDirectoryGroup,
  type GroupContent,
  removeDirectoryGroup,
} from '../directories/sync-groups';
import type { Environment } from '../environment';
import { applyPatch } from './patch';
import { type Resources, readOwn, resourceMeta } from './resources';
import { ScimError } from './scim-error';

const coreSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';

const bodySchema = groupAttributesSchema.extend({
  members: z.array(z.looseObject({ value: z.string() })).default([]),
});

/** The groups of a directory, as its identity provider sees them. Members are users; groups in groups are refused. */
export function scimGroups(environment: Environment, directory: DirectoryRow): Resources {
  const { store } = environment;
  const endpoint = directoryEndpoint(environment, directory);

  function require(id: string): DirectoryGroupRow {
    const row = store.directoryGroups.get(id);
    if (row?.directoryId !== directory.id) throw new ScimError(404, `Group ${id} not found.`);
    return row;
  }

  function show(row: DirectoryGroupRow): JsonObject {
    return {
      schemas: [coreSchema],
      id: row.id,
      ...row.attributes,
      members: row.memberIds.map((id) => ({
        value: id,
        display: displayName(id),
        type: 'User',
        $ref: `${endpoint}/Users/${id}`,
      })),
      meta: resourceMeta('Group', `${endpoint}/Groups/${row.id}`, row),
    };
  }

  function displayName(userId: string): string {
    const user = store.directoryUsers.get(userId);
    return user ? normalizeUser(user.attributes).name : '';
  }

  function readContent(body: JsonObject): GroupContent {
    const result = bodySchema.safeParse(readOwn(body));
    if (!result.success) throw new ScimError(400, z.prettifyError(result.error), 'invalidValue');
    const { members, ...attributes } = result.data;
    const memberIds = [...new Set(members.map(({ value }) => value))];
    for (const id of memberIds) {
      if (store.directoryUsers.get(id)?.directoryId === directory.id) continue;
      throw new ScimError(400, `${id} is not a user of this directory.`, 'invalidValue');
    }
    return { attributes: attributes as JsonObject, memberIds };
  }

  function change(current: DirectoryGroupRow, body: JsonObject): JsonObject {
    return show(changeDirectoryGroup(environment, directory, current, readContent(body)));
  }

  return {
    list: () => store.directoryGroups.findBy('directoryId', directory.id).map(show),
    get: (id) => show(require(id)),
    create: (body) => show(addDirectoryGroup(environment, directory, readContent(body))),
    replace: (id, body) => change(require(id), body),
    patch(id, operations) {
      const row = require(id);
      return change(row, applyPatch(show(row), operations));
    },
    remove: (id) => removeDirectoryGroup(environment, directory, require(id)),
  };
}
