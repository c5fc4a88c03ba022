import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument } from '../errors';
import { requireOrganization } from '../organizations/find-organization';
import type { Implementation } from '../service';
import { createDirectory } from './create-directory';
import { deleteDirectory } from './delete-directory';
import { requireDirectory } from './find-directory';
import { directoryLists } from './lists';
import { assignRoles, trackGroups } from './mapping';
import { toDirectory, toRoleAssignments, toSecret } from './messages';
import { createDirectorySecret, regenerateDirectorySecret } from './secrets';
import { synchronize } from './sync';
import { disableDirectory, enableDirectory } from './toggle-directory';
import { updateDirectory } from './update-directory';

/** DirectoryService, as far as a client token may call it. */
export function directoryService(environment: Environment): Implementation<typeof services.directories> {
  const { clock, store } = environment;
  return {
    ...directoryLists(environment),

    createDirectory({ organizationId, directory }) {
      const organization = requireOrganization(environment, organizationId);
      if (!directory) throw invalidArgument('directory is required');
      return { directory: toDirectory(environment, createDirectory(environment, organization, directory)) };
    },

    getDirectory({ organizationId, id }) {
      return { directory: toDirectory(environment, requireDirectory(environment, organizationId, id)) };
    },

    // Oldest first: clients take the first for the primary one.
    listDirectories({ organizationId }) {
      requireOrganization(environment, organizationId);
      const rows = store.directories.findBy('organizationId', organizationId);
      return { directories: rows.map((row) => toDirectory(environment, row)) };
    },

    updateDirectory({ organizationId, id, directory }) {
      const current = requireDirectory(environment, organizationId, id);
      return { directory: toDirectory(environment, updateDirectory(environment, current, directory)) };
    },

    deleteDirectory({ organizationId, id }) {
      deleteDirectory(environment, requireDirectory(environment, organizationId, id));
      return {};
    },

    enableDirectory({ organizationId, id }) {
      return enableDirectory(environment, requireDirectory(environment, organizationId, id));
    },

    disableDirectory({ organizationId, id }) {
      return disableDirectory(environment, requireDirectory(environment, organizationId, id));
    },

    createDirectorySecret({ organizationId, directoryId }) {
      const directory = requireDirectory(environment, organizationId, directoryId);
      const { plainSecret, secret } = createDirectorySecret(environment, directory);
      return { plainSecret, secret: toSecret(secret) };
    },

    regenerateDirectorySecret({ organizationId, directoryId }) {
      const directory = requireDirectory(environment, organizationId, directoryId);
      const { plainSecret, secret } = regenerateDirectorySecret(environment, directory);
      return { plainSecret, secret: toSecret(secret) };
    },

    assignGroupsForDirectory({ organizationId, id, externalIds }) {
      trackGroups(environment, requireDirectory(environment, organizationId, id), externalIds);
      return {};
    },

    assignRoles({ organizationId, id, roleAssignments }) {
      const current = requireDirectory(environment, organizationId, id);
      const row = assignRoles(environment, current, roleAssignments?.assignments ?? []);
      return { roleAssignments: toRoleAssignments(environment, row) };
    },

    updateAttributes({ organizationId, id, attributeMapping }) {
      const current = requireDirectory(environment, organizationId, id);
      const attributes = (attributeMapping?.attributes ?? []).map(({ key, mapTo }) => ({ key, mapTo }));
      store.directories.put({ ...current, attributeMappings: attributes, updatedAt: clock.now() });
      return { attributeMappings: { attributes } };
    },

    triggerDirectorySync({ organizationId, directoryId }) {
      synchronize(environment, requireDirectory(environment, organizationId, directoryId));
      return {};
    },
  };
}
