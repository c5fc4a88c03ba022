import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { notFound } from '../errors';
import { paginate } from '../paging';
import type { Implementation } from '../service';
import {
  createMachineClient,
  deleteMachineClient,
  requireMachineClient,
  updateMachineClient,
} from './machine-client';
import { toMachineClient } from './messages';
import { requireResource } from './resource';
import { toConsent } from './resource-messages';
import type { ConsentRow, MachineClientRow } from './rows';

type ClientOperations = Implementation<typeof services.clients>;

/** The clients of a resource, and what people let them do. */
export function resourceClients(environment: Environment) {
  const { store } = environment;

  function find({ resourceId, clientId }: { resourceId: string; clientId: string }): MachineClientRow {
    requireResource(environment, resourceId);
    return requireMachineClient(environment, clientId, { resourceId });
  }

  return {
    createResourceClient({ resourceId, client }) {
      requireResource(environment, resourceId);
      const { row, plainSecret } = createMachineClient(environment, { resourceId }, client);
      return { client: toMachineClient(row), plainSecret };
    },

    getResourceClient(request) {
      const row = find(request);
      const consentedUsers = store.consents
        .findBy('clientId', row.id)
        .map(({ id, externalUserId, scopes }) => ({ consentId: id, externalUserId, scopes }));
      return { client: toMachineClient(row), consentedUsers };
    },

    listResourceClients({ resourceId }) {
      const { id } = requireResource(environment, resourceId);
      const rows = store.machineClients.findBy('resourceId', id);
      const dynamic = rows.filter(({ isDynamic }) => isDynamic).length;
      return {
        clients: rows.map(toMachineClient),
        totalDcrClients: dynamic,
        totalStaticClients: rows.length - dynamic,
      };
    },

    updateResourceClient(request) {
      const paths = request.updateMask?.paths;
      return {
        client: toMachineClient(updateMachineClient(environment, find(request), request.client, paths)),
      };
    },

    deleteResourceClient(request) {
      deleteMachineClient(environment, find(request));
      return {};
    },

    listResourceUserConsents(request) {
      const { id } = requireResource(environment, request.resourceId);
      const text = request.search.toLowerCase();
      const rows = store.consents.findBy('resourceId', id).filter((row) => holds(row, text));
      const { items, ...page } = paginate(rows, request, { fallback: 10, limit: 30 });
      return { ...page, consents: items.map((row) => toConsent(environment, row)) };
    },

    revokeUserConsent({ clientId, consentId }) {
      const row = store.consents.get(consentId);
      if (row?.clientId !== clientId) throw notFound(`consent ${consentId}`);
      store.consents.delete(consentId);
      return {};
    },
  } satisfies ClientOperations;

  function holds({ externalUserId, clientId }: ConsentRow, text: string): boolean {
    const clientName = store.machineClients.get(clientId)?.name ?? '';
    return [externalUserId, clientId, clientName].some((value) => value.toLowerCase().includes(text));
  }
}
