import { clientsPb, type services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { failedPrecondition, invalidArgument } from '../errors';
import { paginate } from '../paging';
import type { Implementation } from '../service';
import { createClient, deleteClient, isPublic, requireClient, updateClient } from './environment-client';
import { toClient, toSecret } from './messages';
import { newClientSecret, requireSecret, withChangedSecret, withoutSecret, withSecret } from './secrets';

type ClientOperations = Implementation<typeof services.clients>;

/** The applications of the environment and their secrets. A value that was shown once cannot be asked for again. */
export function environmentClients(environment: Environment) {
  const { clock, store } = environment;
  return {
    listClient(request) {
      const types = request.filter?.clientType ?? [];
      const rows = store.clients
        .all()
        .filter(({ clientType }) => types.length === 0 || types.includes(clientType));
      const { items, ...page } = paginate(rows, request, { fallback: 10, limit: 30 });
      return { ...page, clients: items.map((row) => toClient(row)) };
    },

    getClient({ clientId }) {
      return { client: toClient(requireClient(environment, clientId)) };
    },

    createClient({ client }) {
      const { row, plainSecret } = createClient(environment, client);
      return { client: toClient(row, plainSecret) };
    },

    updateClient({ clientId, client, mask }) {
      const current = requireClient(environment, clientId);
      return { client: toClient(updateClient(environment, current, client, mask?.paths ?? [])) };
    },

    deleteClient({ clientId }) {
      deleteClient(environment, requireClient(environment, clientId));
      return {};
    },

    createClientSecret({ clientId }) {
      const row = requireClient(environment, clientId);
      if (isPublic(row.clientType)) {
        throw failedPrecondition(`${row.clientType} clients are public and have no secrets`);
      }
      const { plainSecret, secret } = newClientSecret(environment);
      store.clients.put(withSecret(row, secret));
      return { plainSecret, secret: toSecret(secret) };
    },

    updateClientSecret({ clientId, secretId, secret: sent }) {
      const row = requireClient(environment, clientId);
      const current = requireSecret(row, secretId);
      if (!sent) throw invalidArgument('secret is required');
      const status = sent.status === clientsPb.ClientSecretStatus.INACTIVE ? 'INACTIVE' : 'ACTIVE';
      const secret = { ...current, status, updatedAt: clock.now() } as const;
      store.clients.put(withChangedSecret(row, secret));
      return { secret: toSecret(secret) };
    },

    deleteClientSecret({ clientId, secretId }) {
      store.clients.put(withoutSecret(requireClient(environment, clientId), secretId, clock.now()));
      return {};
    },
  } satisfies ClientOperations;
}
