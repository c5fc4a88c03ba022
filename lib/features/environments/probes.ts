import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { clientsPb } from '@/lib/scalekit/services';

type Probe = {
  operation: string;
  route: string;
  use: string;
  call: (scalekit: ScalekitClient) => Promise<unknown>;
};

/**
 * The preview operations that can be tried without an id. Reads alone, of a row or the least that is allowed; none that
 * may answer with a secret, none that starts anything.
 */
export const probes: readonly Probe[] = [
  {
    operation: 'organizations.searchOrganization',
    route: 'GET /organizations:search',
    use: 'Search for organizations by name',
    call: (scalekit) => scalekit.organizations.searchOrganization({ query: 'probe', pageSize: 10 }),
  },
  {
    operation: 'connections.listOrganizationConnections',
    route: 'GET /organizations/-/connections',
    use: 'Connections of all customers',
    call: (scalekit) => scalekit.connections.listOrganizationConnections({ pageSize: 10 }),
  },
  {
    operation: 'connections.searchOrganizationConnections',
    route: 'GET /organizations/-/connections:search',
    use: 'Connections of all customers, with filters',
    call: (scalekit) => scalekit.connections.searchOrganizationConnections({ pageSize: 10 }),
  },
  {
    operation: 'connections.listAppConnections',
    route: 'GET /connections/app',
    use: 'The list of app connections',
    call: (scalekit) => scalekit.connections.listAppConnections({ pageSize: 10 }),
  },
  {
    operation: 'clients.listResources',
    route: 'GET /resources',
    use: 'Resources of the environment',
    call: (scalekit) =>
      scalekit.clients.listResources({ resourceType: clientsPb.ResourceType.MCP_SERVER, pageSize: 10 }),
  },
  {
    operation: 'tools.listTools',
    route: 'GET /tools',
    use: 'The catalogue of tools',
    call: (scalekit) => scalekit.tools.listTools({ filter: { summary: true }, pageSize: 10 }),
  },
  {
    operation: 'authLogs.listAuthRequests',
    route: 'GET /logs/authentication/requests',
    use: 'The log of sign-ins',
    call: (scalekit) => scalekit.authLogs.listAuthRequests({ pageSize: 10 }),
  },
];
