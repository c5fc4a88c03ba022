import type { organizationsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument, notFound } from '../errors';
import type { OrganizationRow } from './rows';

type Identities = organizationsPb.GetOrganizationRequest['identities'];

/** @throws ConnectError not found */
export function requireOrganization({ store }: Environment, id: string): OrganizationRow {
  const row = store.organizations.get(id);
  if (!row) throw notFound(`organization ${id}`);
  return row;
}

/** @throws ConnectError not found */
export function requireByExternalId({ store }: Environment, externalId: string): OrganizationRow {
  const [row] = store.organizations.findBy('externalId', externalId);
  if (!row) throw notFound(`organization with external id ${externalId}`);
  return row;
}

/** @throws ConnectError not found; invalid argument when neither id is given */
export function requireIdentified(environment: Environment, identities: Identities): OrganizationRow {
  if (identities.case === 'id') return requireOrganization(environment, identities.value);
  if (identities.case === 'externalId') return requireByExternalId(environment, identities.value);
  throw invalidArgument('Id is required');
}
