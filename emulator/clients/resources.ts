import { clientsPb, type services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { paginate } from '../paging';
import type { Implementation } from '../service';
import {
  createResource,
  deleteResource,
  ensureConnection,
  requireResource,
  updateResource,
} from './resource';
import { toResource, toResourceConnection } from './resource-messages';

type ClientOperations = Implementation<typeof services.clients>;

/** What tokens are for: applications and MCP servers. */
export function resources(environment: Environment) {
  const { clock, store } = environment;
  return {
    createResource({ resource }) {
      return { resource: toResource(environment, createResource(environment, resource)) };
    },

    getResource({ resourceId }) {
      return { resource: toResource(environment, requireResource(environment, resourceId)) };
    },

    listResources(request) {
      const type = clientsPb.ResourceType[request.resourceType];
      const rows = store.resources.all().filter((row) => row.type === type);
      const { items, ...page } = paginate(rows, request, { fallback: 10, limit: 30 });
      return { ...page, resources: items.map((row) => toResource(environment, row)) };
    },

    updateResource({ resourceId, resource, updateMask }) {
      const current = requireResource(environment, resourceId);
      const row = updateResource(environment, current, resource, updateMask?.paths ?? []);
      return { resource: toResource(environment, row) };
    },

    deleteResource({ resourceId }) {
      deleteResource(environment, requireResource(environment, resourceId));
      return {};
    },

    deleteResourceProvider({ resourceId }) {
      const { connection: _, ...row } = requireResource(environment, resourceId);
      const changed = store.resources.put({ ...row, provider: '', updatedAt: clock.now() });
      return { resource: toResource(environment, changed) };
    },

    ensureResourceConnection({ resourceId }) {
      const row = requireResource(environment, resourceId);
      const connection = ensureConnection(environment, row);
      store.resources.put({ ...row, connection });
      return { connection: toResourceConnection(environment.url(), connection) };
    },
  } satisfies ClientOperations;
}
