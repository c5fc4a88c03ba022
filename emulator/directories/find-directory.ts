import type { Environment } from '../environment';
import { notFound } from '../errors';
import { requireOrganization } from '../organizations/find-organization';
import type { DirectoryRow } from './rows';

/** An organization's directory. @throws ConnectError not found */
export function requireDirectory(environment: Environment, organizationId: string, id: string): DirectoryRow {
  requireOrganization(environment, organizationId);
  const row = environment.store.directories.get(id);
  if (row?.organizationId !== organizationId) throw notFound(`directory ${id}`);
  return row;
}
