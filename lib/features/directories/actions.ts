'use server';
import { createContextValues } from '@connectrpc/connect';
import { AppError } from '@/lib/errors';
import { bodyOverride } from '@/lib/scalekit/rest/transport';
import { directoriesPb } from '@/lib/scalekit/services';
import { defineAction } from '@/lib/server/define-action';
import {
  createDirectoryInput,
  deleteDirectoryInput,
  directoryInput,
  mapAttributesInput,
  mapRolesInput,
  type RevealedDirectorySecret,
  renameDirectoryInput,
  trackGroupsInput,
} from './schema';

const target = ({ directoryId }: { directoryId: string }) => ({ type: 'directory', id: directoryId });

/** POST /organizations/{id}/directories. It is enabled from the start and has no secret yet. Returns the new id. */
export const createDirectory = defineAction({
  permission: 'directory.create',
  input: createDirectoryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, type, provider }, { scalekit }) => {
    const { directory } = await scalekit.directories.createDirectory({
      organizationId,
      directory: {
        directoryType: directoriesPb.DirectoryType[type],
        directoryProvider: directoriesPb.DirectoryProvider[provider || 'DIRECTORY_PROVIDER_UNSPECIFIED'],
      },
    });
    if (!directory)
      throw new AppError('unavailable', 'Scalekit made the directory but sent no id.', { unknown: true });
    return { directoryId: directory.id };
  },
  audit: {
    target: () => ({ type: 'directory' }),
    details: ({ type, provider }) => ({ type, provider }),
    result: ({ directoryId }) => ({ target: { type: 'directory', id: directoryId } }),
  },
});

/** PATCH …/directories/{id} with a name. `enabled` goes along as it is: left out, it would read as false. */
export const renameDirectory = defineAction({
  permission: 'directory.update',
  input: renameDirectoryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, directoryId: id, name }, { scalekit }) => {
    const { directory } = await scalekit.directories.getDirectory({ organizationId, id });
    if (!directory) throw new AppError('not_found', `There is no directory ${id} in this organization.`);
    const change = { name, enabled: directory.enabled };
    await scalekit.directories.updateDirectory({ organizationId, id, directory: change });
    return null;
  },
  audit: { target, details: ({ name }) => ({ name }) },
});

/** PATCH …:enable. A refusal comes as 200 with a message, which the client throws as an error. */
export const enableDirectory = defineAction({
  permission: 'directory.enable',
  input: directoryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, directoryId: id }, { scalekit }) => {
    const { enabled } = await scalekit.directories.enableDirectory({ organizationId, id });
    if (!enabled)
      throw new AppError('conflict', 'Scalekit did not enable the directory and does not say why.');
    return null;
  },
  audit: { target, details: () => ({}) },
});

/** PATCH …:disable: pushes are refused from now on; members and what the directory holds stay. */
export const disableDirectory = defineAction({
  permission: 'directory.disable',
  input: directoryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, directoryId: id }, { scalekit }) => {
    const { enabled } = await scalekit.directories.disableDirectory({ organizationId, id });
    if (enabled)
      throw new AppError('conflict', 'Scalekit did not disable the directory and does not say why.');
    return null;
  },
  audit: { target, details: () => ({}) },
});

/** POST …/secrets: one more secret; those that are there go on working. The value is in this answer only. */
export const addDirectorySecret = defineAction({
  permission: 'directory.add_secret',
  input: directoryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async (input, { scalekit }) => reveal(await scalekit.directories.createDirectorySecret(input)),
  audit: { target, details: () => ({}), result: ({ secretId }) => ({ details: { secretId } }) },
  // The value stands on the screen: the page behind it is read again when it is put away.
  refresh: false,
});

/** POST …/secrets:regenerate: a new secret, and all others stop working at once. */
export const replaceDirectorySecrets = defineAction({
  permission: 'directory.replace_secrets',
  input: directoryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async (input, { scalekit }) => reveal(await scalekit.directories.regenerateDirectorySecret(input)),
  audit: { target, details: () => ({}), result: ({ secretId }) => ({ details: { secretId } }) },
  refresh: false,
});

type NewSecret = Pick<directoriesPb.CreateDirectorySecretResponse, 'plainSecret' | 'secret'>;

function reveal({ plainSecret, secret }: NewSecret): RevealedDirectorySecret {
  if (!plainSecret || !secret)
    throw new AppError('unavailable', 'Scalekit made a secret but sent no value.', { unknown: true });
  return { secretId: secret.id, value: plainSecret };
}

/** PUT …/groups:assign: these groups count from now on, and no others. */
export const trackGroups = defineAction({
  permission: 'directory.track_groups',
  input: trackGroupsInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, directoryId: id, externalIds }, { scalekit }) => {
    await scalekit.directories.assignGroupsForDirectory({ organizationId, id, externalIds });
    return null;
  },
  audit: { target, details: ({ externalIds }) => ({ groups: externalIds }) },
});

/** PUT …/groups/-/roles:assign: the whole mapping, in the place of what it was. */
export const mapRoles = defineAction({
  permission: 'directory.map_roles',
  input: mapRolesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, directoryId: id, assignments }, { scalekit }) => {
    await scalekit.directories.assignRoles(
      { organizationId, id, roleAssignments: { assignments } },
      sayingEmpty('assignments', assignments),
    );
    return null;
  },
  audit: { target, details: ({ assignments }) => ({ assignments }) },
});

/** PUT …/attributes: the whole mapping, in the place of what it was. */
export const mapAttributes = defineAction({
  permission: 'directory.map_attributes',
  input: mapAttributesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, directoryId: id, attributes: rows }, { scalekit }) => {
    const attributes = rows.map(({ key, value }) => ({ key, mapTo: value }));
    await scalekit.directories.updateAttributes(
      { organizationId, id, attributeMapping: { attributes } },
      sayingEmpty('attributes', attributes),
    );
    return null;
  },
  audit: { target, details: ({ attributes }) => ({ attributes }) },
});

/** An empty list vanishes from proto3 JSON: clearing has to be said in the body itself. */
function sayingEmpty(field: string, list: unknown[]) {
  if (list.length > 0) return undefined;
  return { contextValues: createContextValues().set(bodyOverride, { [field]: [] }) };
}

/** GET …:sync, which starts a synchronization: sent once, like every write. */
export const syncDirectory = defineAction({
  permission: 'directory.sync',
  input: directoryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async (input, { scalekit }) => {
    await scalekit.directories.triggerDirectorySync(input);
    return null;
  },
  audit: { target, details: () => ({}) },
});

/** DELETE …/directories/{id}, after the typed name was compared with the live one. It must be disabled before. */
export const deleteDirectory = defineAction({
  permission: 'directory.delete',
  input: deleteDirectoryInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, directoryId: id, confirmName }, { scalekit }) => {
    const { directory } = await scalekit.directories.getDirectory({ organizationId, id });
    const name = directory?.name || id;
    if (name !== confirmName) {
      const fieldErrors = { confirmName: `Type the name as it is: ${name}` };
      throw new AppError('invalid', 'The typed name does not match.', { fieldErrors });
    }
    await scalekit.directories.deleteDirectory({ organizationId, id });
    return null;
  },
  audit: { target, details: () => ({}), reason: ({ reason }) => reason },
  // The page behind the dialog is about to be gone.
  refresh: false,
});
