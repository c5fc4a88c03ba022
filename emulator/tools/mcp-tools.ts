import { z } from 'zod';
import type { ConnectionRow } from '../connections/rows';
import type { Store } from '../store';
import { imitate, limit, type ToolImitation, times, UpstreamFailure } from './imitation';

// What any MCP server of an environment's own is taken to offer: `c-<connection>_<tool>`.
const named = /^c-(.+)_(ping|search_records|get_record)$/;

/** Imitations by the name behind the connection's. */
const offers = [
  imitate('ping', 'Ask the server whether it is there.', {}, (_, { identifier }) => ({
    pong: true,
    identifier,
  })),
  imitate(
    'search_records',
    'Search the records of the person.',
    { query: z.string().min(1).describe('Words to look for'), limit: limit(20, 3) },
    ({ query, limit: count }, { random }) => ({
      records: times(count, (index) => ({ id: `rec_${random.text(8)}`, title: `${query} ${index + 1}` })),
    }),
  ),
  imitate('get_record', 'Get a record.', { id: z.string().min(1) }, ({ id }) => {
    throw new UpstreamFailure(404, 'not_found', `There is no record ${id}.`);
  }),
];

/** The names of the tools of the environment's own MCP servers, or of those of some providers. */
export function mcpToolNames(store: Store, providers: readonly string[]): string[] {
  return connections(store)
    .filter(({ providerKey }) => providers.length === 0 || providers.includes(providerKey.toLowerCase()))
    .flatMap(({ keyId }) => offers.map(({ name }) => `c-${keyId}_${name}`));
}

/** The connection that a tool of an MCP server goes through. */
export function connectionOfTool(store: Store, name: string): ConnectionRow | undefined {
  const key = named.exec(name)?.[1];
  return key === undefined ? undefined : connections(store).find(({ keyId }) => keyId === key);
}

export function mcpImitation(name: string): ToolImitation | undefined {
  const offer = named.exec(name)?.[2];
  return offers.find((one) => one.name === offer);
}

function connections(store: Store): ConnectionRow[] {
  const servers = store.customProviders
    .all()
    .filter(({ provider }) => provider.is_custom_mcp || provider.auth_patterns.some(({ is_mcp }) => is_mcp))
    .map(({ identifier }) => identifier);
  return store.connections
    .all()
    .filter(({ kind, providerKey }) => kind === 'app' && servers.includes(providerKey));
}
