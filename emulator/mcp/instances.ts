import type { DescribedImplementations } from '../described-face';
import type { Environment } from '../environment';
import { notFound } from '../errors';
import { readAuthState } from './auth-state';
import { pageOf } from './configs';
import { toInstance } from './messages';
import type { McpConfigRow, McpInstanceRow } from './rows';

type InstanceOperations = Pick<
  DescribedImplementations['mcp'],
  | 'createInstance'
  | 'listInstances'
  | 'getInstance'
  | 'updateInstance'
  | 'deleteInstance'
  | 'getInstanceAuthState'
>;

/** MCP instances: a configuration for one person, with an address of its own. */
export function mcpInstances(environment: Environment): InstanceOperations {
  const { clock, newId, store } = environment;

  function requireInstance(id: string): McpInstanceRow {
    const row = store.mcpInstances.get(id);
    if (!row) throw notFound(`MCP instance ${id}`);
    return row;
  }

  function requireConfigNamed(name: string): McpConfigRow {
    const row = store.mcpConfigs.all().find((one) => one.name === name);
    if (!row) throw notFound(`MCP config ${name}`);
    return row;
  }

  return {
    // A person has one instance of a configuration: asking again answers with it.
    createInstance({ name, config_name, user_identifier }) {
      const config = requireConfigNamed(config_name);
      const known = store.mcpInstances
        .findBy('configId', config.id)
        .find(({ userIdentifier }) => userIdentifier === user_identifier);
      if (known) return { instance: toInstance(environment, known) };
      const now = clock.now();
      const row = store.mcpInstances.put({
        id: newId('mcpi'),
        createdAt: now,
        updatedAt: now,
        name: name || `${config_name}-${user_identifier}`,
        configId: config.id,
        userIdentifier: user_identifier,
      });
      return { instance: toInstance(environment, row) };
    },

    listInstances({ filter = {}, search, ...paging }) {
      const configName = ({ configId }: McpInstanceRow) => store.mcpConfigs.get(configId)?.name;
      const rows = store.mcpInstances
        .all()
        .filter((row) => !filter.id || row.id === filter.id)
        .filter((row) => !filter.name || row.name === filter.name)
        .filter((row) => !filter.config_name || configName(row) === filter.config_name)
        .filter((row) => !filter.user_identifier || row.userIdentifier === filter.user_identifier)
        .filter((row) => !search || row.name.toLowerCase().includes(search.toLowerCase()));
      const { items, ...page } = pageOf(rows, paging);
      return { instances: items.map((row) => toInstance(environment, row)), ...page };
    },

    getInstance: ({ instance_id }) => ({ instance: toInstance(environment, requireInstance(instance_id)) }),

    updateInstance({ instance_id, name, config_name }) {
      const current = requireInstance(instance_id);
      const row = store.mcpInstances.put({
        ...current,
        updatedAt: clock.now(),
        name: name ?? current.name,
        configId: config_name ? requireConfigNamed(config_name).id : current.configId,
      });
      return { instance: toInstance(environment, row) };
    },

    deleteInstance({ instance_id }) {
      store.mcpInstances.delete(requireInstance(instance_id).id);
      return {};
    },

    getInstanceAuthState({ instance_id, include_auth_links }) {
      const { configId, userIdentifier } = requireInstance(instance_id);
      const config = store.mcpConfigs.get(configId);
      if (!config) throw notFound(`MCP config ${configId}`);
      return { connections: readAuthState(environment, config, userIdentifier, include_auth_links) };
    },
  };
}
