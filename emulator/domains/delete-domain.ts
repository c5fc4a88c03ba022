import type { Environment } from '../environment';
import { announceDomain } from './announce';
import type { DomainRow } from './rows';

/** Removes a domain, also from the connections that it was given to. */
export function deleteDomain(environment: Environment, row: DomainRow): void {
  const { store } = environment;
  for (const connection of store.connections.findBy('organizationId', row.organizationId)) {
    if (!connection.domainIds.includes(row.id)) continue;
    store.connections.put({ ...connection, domainIds: connection.domainIds.filter((id) => id !== row.id) });
  }
  store.domains.delete(row.id);
  announceDomain(environment, 'organization.domain_deleted', row);
}
