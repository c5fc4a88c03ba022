import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import type { Implementation } from '../service';
import { configureConnection } from './configure-connection';
import { createEnvironmentConnection } from './create-connection';
import { deleteConnection } from './delete-connection';
import { requireEnvironmentConnection } from './find-connection';
import { toConnection } from './messages';
import { disableConnection, enableConnection } from './toggle-connection';

type ConnectionOperations = Implementation<typeof services.connections>;

/** Login methods and connectors: what belongs to the environment and to no organization. */
export function environmentConnections(environment: Environment) {
  return {
    createEnvironmentConnection({ connection, flags }) {
      const row = createEnvironmentConnection(environment, connection, flags?.isApp ?? false);
      return { connection: toConnection(environment, row) };
    },

    getEnvironmentConnection({ connectionId }) {
      return {
        connection: toConnection(environment, requireEnvironmentConnection(environment, connectionId)),
      };
    },

    updateEnvironmentConnection({ connectionId, connection }) {
      const current = requireEnvironmentConnection(environment, connectionId);
      return { connection: toConnection(environment, configureConnection(environment, current, connection)) };
    },

    deleteEnvironmentConnection({ connectionId }) {
      deleteConnection(environment, requireEnvironmentConnection(environment, connectionId));
      return {};
    },

    enableEnvironmentConnection({ connectionId }) {
      return enableConnection(environment, requireEnvironmentConnection(environment, connectionId));
    },

    disableEnvironmentConnection({ connectionId }) {
      return disableConnection(environment, requireEnvironmentConnection(environment, connectionId));
    },
  } satisfies ConnectionOperations;
}
