import type { Environment } from '../environment';
import { notFound } from '../errors';
import { requireOrganization } from '../organizations/find-organization';
import type { ConnectionRow } from './rows';

/** An organization's connection. @throws ConnectError not found */
export function requireConnection(
  environment: Environment,
  organizationId: string,
  id: string,
): ConnectionRow {
  requireOrganization(environment, organizationId);
  const row = environment.store.connections.get(id);
  if (row?.organizationId !== organizationId) throw notFound(`connection ${id}`);
  return row;
}

/** A login method or connector, which belongs to no organization. @throws ConnectError not found */
export function requireEnvironmentConnection({ store }: Environment, id: string): ConnectionRow {
  const row = store.connections.get(id);
  if (!row || row.organizationId) throw notFound(`connection ${id}`);
  return row;
}
