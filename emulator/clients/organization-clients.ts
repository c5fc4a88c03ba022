import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { requireOrganization } from '../organizations/find-organization';
import { paginate } from '../paging';
import type { Implementation } from '../service';
import {
  createMachineClient,
  deleteMachineClient,
  requireMachineClient,
  updateMachineClient,
} from './machine-client';
import { toMachineClient, toSecret } from './messages';
import type { MachineClientRow } from './rows';
import { newClientSecret, withoutSecret, withSecret } from './secrets';

type ClientOperations = Implementation<typeof services.clients>;

/** The clients that speak for an organization, and their secrets. */
export function organizationClients(environment: Environment) {
  const { clock, store } = environment;

  function find({
    organizationId,
    clientId,
  }: {
    organizationId: string;
    clientId: string;
  }): MachineClientRow {
    requireOrganization(environment, organizationId);
    return requireMachineClient(environment, clientId, { organizationId });
  }

  return {
    createOrganizationClient({ organizationId, client }) {
      requireOrganization(environment, organizationId);
      const { row, plainSecret } = createMachineClient(environment, { organizationId }, client);
      return { client: toMachineClient(row), plainSecret };
    },

    getOrganizationClient(request) {
      return { client: toMachineClient(find(request)) };
    },

    listOrganizationClients(request) {
      const { id } = requireOrganization(environment, request.organizationId);
      const rows = store.machineClients.findBy('organizationId', id);
      const { items, ...page } = paginate(rows, request, { fallback: 10, limit: 100 });
      return { ...page, clients: items.map(toMachineClient) };
    },

    updateOrganizationClient(request) {
      return { client: toMachineClient(updateMachineClient(environment, find(request), request.client)) };
    },

    deleteOrganizationClient(request) {
      deleteMachineClient(environment, find(request));
      return {};
    },

    createOrganizationClientSecret(request) {
      const row = find(request);
      const { plainSecret, secret } = newClientSecret(environment);
      store.machineClients.put(withSecret(row, secret));
      return { plainSecret, secret: toSecret(secret) };
    },

    deleteOrganizationClientSecret(request) {
      store.machineClients.put(withoutSecret(find(request), request.secretId, clock.now()));
      return {};
    },
  } satisfies ClientOperations;
}
