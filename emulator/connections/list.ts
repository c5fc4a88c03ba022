import { connectionsPb, type services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { type Page, paginate } from '../paging';
import type { Implementation } from '../service';
import { organizationName, toListConnection } from './messages';
import type { ConnectionRow } from './rows';

type ConnectionOperations = Implementation<typeof services.connections>;

const sizes = { fallback: 10, limit: 30 };
const { ConnectionStatus, ConnectionType } = connectionsPb;

/** Lists and searches, newest first. */
export function connectionLists(environment: Environment) {
  const { store } = environment;

  function toPage({ items, ...page }: Page<ConnectionRow>) {
    return { ...page, connections: items.map((row) => toListConnection(environment, row)) };
  }

  function ofKind(kind: ConnectionRow['kind']): ConnectionRow[] {
    return store.connections.all().filter((row) => row.kind === kind);
  }

  // Of the organizations that have the domain; a domain need not have been given to a connection.
  function servesDomain({ organizationId }: ConnectionRow, domain: string): boolean {
    const named = store.domains.findBy('name', domain.toLowerCase());
    return named.some((row) => row.type === 'ORGANIZATION_DOMAIN' && row.organizationId === organizationId);
  }

  function holds(row: ConnectionRow, query: string): boolean {
    const text = query.toLowerCase();
    const words = [
      row.id,
      row.keyId,
      row.providerKey,
      row.organizationId,
      organizationName(environment, row),
    ];
    return words.some((value) => value?.toLowerCase().includes(text));
  }

  return {
    // Without an organization: all but the connectors, which have a list of their own.
    listConnections({ organizationId, domain, include }) {
      const rows = organizationId
        ? store.connections.findBy('organizationId', organizationId)
        : store.connections.all().filter((row) => row.kind !== 'app');
      const connections = rows
        .filter((row) => include === 'all' || (row.status === 'COMPLETED' && row.enabled))
        .filter((row) => !domain || servesDomain(row, domain))
        .map((row) => toListConnection(environment, row));
      return { connections: connections.reverse() };
    },

    listOrganizationConnections(request) {
      return toPage(paginate(ofKind('organization'), request, sizes));
    },

    searchOrganizationConnections({ query, provider, status, connectionType, enabled, ...page }) {
      const rows = ofKind('organization')
        .filter((row) => !query || holds(row, query))
        .filter((row) => !provider || [row.provider, row.providerKey].includes(provider))
        .filter((row) => !status || ConnectionStatus[row.status] === status)
        .filter((row) => !connectionType || ConnectionType[row.type] === connectionType)
        .filter((row) => enabled === undefined || row.enabled === enabled);
      return toPage(paginate(rows, page, sizes));
    },

    listAppConnections({ provider, query, ...page }) {
      const rows = ofKind('app')
        .filter((row) => !provider || row.providerKey === provider)
        .filter((row) => !query || holds(row, query));
      return toPage(paginate(rows, page, sizes));
    },
  } satisfies ConnectionOperations;
}
