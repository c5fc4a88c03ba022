import { randomUUID } from 'node:crypto';
import type { Environment } from '../environment';
import type { OrganizationRow } from '../organizations/rows';
import { announceDomain } from './announce';
import { checkDomain } from './check-domain';
import type { DomainRow, DomainType } from './rows';

/** How long the owner has to publish the TXT record. The real window is not published. */
export const verificationMs = 72 * 3_600_000;

/**
 * Adds a domain for someone who may vouch for it: it counts as verified at once.
 * @throws ConnectError invalid argument when it is malformed, public or taken
 */
export function createDomain(
  environment: Environment,
  organization: OrganizationRow,
  name: string,
  type: DomainType,
): DomainRow {
  const method = type === 'ORGANIZATION_DOMAIN' ? 'ADMIN' : 'NOT_APPLICABLE';
  return addDomain(environment, organization, name, { type, method, status: 'AUTO_VERIFIED' });
}

/**
 * Adds a domain for a customer's own administrator, who has to prove it by a TXT record.
 * @throws ConnectError invalid argument when it is malformed, public or taken
 */
export function createPortalDomain(
  environment: Environment,
  organization: OrganizationRow,
  name: string,
): DomainRow {
  const verifyBy = environment.clock.now() + verificationMs;
  const proof = { type: 'ORGANIZATION_DOMAIN', method: 'DNS', status: 'PENDING', verifyBy } as const;
  return addDomain(environment, organization, name, proof);
}

type Proof = Pick<DomainRow, 'type' | 'method' | 'status' | 'verifyBy'>;

function addDomain(
  environment: Environment,
  organization: OrganizationRow,
  input: string,
  proof: Proof,
): DomainRow {
  const { clock, newId, store } = environment;
  const name = input.toLowerCase();
  checkDomain(store, organization.id, name, proof.type);
  const now = clock.now();
  const row = store.domains.put({
    id: newId('dom'),
    createdAt: now,
    updatedAt: now,
    organizationId: organization.id,
    name,
    ...txtRecord(organization, randomUUID()),
    txtPublished: false,
    ...proof,
  });
  announceDomain(environment, 'organization.domain_created', row);
  return row;
}

/** The parts of a TXT record in the documented form: `acme-corp-verify-dom_88351abc=<uuid>`. */
export function txtRecord({ displayName }: OrganizationRow, uuid: string) {
  const label = displayName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return { txtKey: `${label || 'domain'}-verify-dom_${uuid.slice(0, 8)}`, txtSecret: uuid };
}
