import type { domainsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument, notFound } from '../errors';
import { requireByExternalId, requireOrganization } from '../organizations/find-organization';
import type { OrganizationRow } from '../organizations/rows';
import type { DomainRow } from './rows';
import { settleDomain } from './verification';

type Identities = domainsPb.GetDomainRequest['identities'];

/** @throws ConnectError not found; invalid argument when neither id is given */
export function requireOwner(environment: Environment, identities: Identities): OrganizationRow {
  if (identities.case === 'organizationId') return requireOrganization(environment, identities.value);
  if (identities.case === 'externalId') return requireByExternalId(environment, identities.value);
  throw invalidArgument('OrganizationId is required');
}

/** The organization's domain as it stands now. @throws ConnectError not found */
export function requireDomain(environment: Environment, identities: Identities, id: string): DomainRow {
  const owner = requireOwner(environment, identities);
  const row = environment.store.domains.get(id);
  if (row?.organizationId !== owner.id) throw notFound(`domain ${id}`);
  return settleDomain(environment, row);
}
