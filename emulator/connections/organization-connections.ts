import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidField } from '../errors';
import { requireOrganization } from '../organizations/find-organization';
import type { Implementation } from '../service';
import { configureConnection } from './configure-connection';
import { createOrganizationConnection } from './create-connection';
import { deleteConnection } from './delete-connection';
import { requireConnection } from './find-connection';
import { toConnection, toTestResult } from './messages';
import { requireConnectionTest } from './test-requests';
import { disableConnection, enableConnection } from './toggle-connection';

type ConnectionOperations = Implementation<typeof services.connections>;

/** The connections of organizations, through which their people sign in. */
export function organizationConnections(environment: Environment) {
  const { clock, store } = environment;
  return {
    createConnection({ organizationId, connection }) {
      const organization = requireOrganization(environment, organizationId);
      const row = createOrganizationConnection(environment, organization, connection);
      return { connection: toConnection(environment, row) };
    },

    getConnection({ organizationId, id }) {
      return { connection: toConnection(environment, requireConnection(environment, organizationId, id)) };
    },

    updateConnection({ organizationId, id, connection }) {
      const current = requireConnection(environment, organizationId, id);
      return { connection: toConnection(environment, configureConnection(environment, current, connection)) };
    },

    deleteConnection({ organizationId, id }) {
      deleteConnection(environment, requireConnection(environment, organizationId, id));
      return {};
    },

    enableConnection({ organizationId, id }) {
      return enableConnection(environment, requireConnection(environment, organizationId, id));
    },

    disableConnection({ organizationId, id }) {
      return disableConnection(environment, requireConnection(environment, organizationId, id));
    },

    assignDomainsToConnection({ organizationId, connectionId, domainIds }) {
      const current = requireConnection(environment, organizationId, connectionId);
      for (const id of domainIds) {
        if (store.domains.get(id)?.organizationId === organizationId) continue;
        throw invalidField('domain_ids', `${id} is not a domain of ${organizationId}`, 'domain.exists');
      }
      const change = { domainIds: [...new Set(domainIds)], updatedAt: clock.now() };
      return { connection: toConnection(environment, store.connections.put({ ...current, ...change })) };
    },

    getConnectionTestResult({ connectionId, testRequestId }) {
      return toTestResult(requireConnectionTest(environment, connectionId, testRequestId));
    },
  } satisfies ConnectionOperations;
}
