import type { Environment } from '../environment';
import { announceDomain } from './announce';
import type { DomainRow } from './rows';

/** True for a domain that routes sign-in and lets its users be provisioned. */
export function isVerified({ status }: DomainRow): boolean {
  return status === 'VERIFIED' || status === 'AUTO_VERIFIED';
}

/**
 * What the service's background check would have found by now: a pending domain is verified once its record is
 * published, and fails when the time for it is over. Called before a domain is shown, so that no timer has to
 * follow a clock that tests move.
 */
export function settleDomain(environment: Environment, row: DomainRow): DomainRow {
  const { clock, store } = environment;
  if (row.status !== 'PENDING') return row;
  const now = clock.now();
  if (row.txtPublished) {
    const verified = store.domains.put({ ...row, status: 'VERIFIED', updatedAt: now });
    announceDomain(environment, 'organization.domain_dns_verification_success', verified);
    return verified;
  }
  if (row.verifyBy === undefined || row.verifyBy > now) return row;
  const failed = store.domains.put({ ...row, status: 'FAILED', updatedAt: row.verifyBy });
  announceDomain(environment, 'organization.domain_dns_verification_failed', failed, row.verifyBy);
  return failed;
}

/** The domain's owner publishes the TXT record in the emulated DNS; the next check finds it. */
export function publishTxtRecord({ store }: Environment, row: DomainRow): DomainRow {
  return store.domains.put({ ...row, txtPublished: true });
}

/** The organization's verified domains that drive routing and provisioning, in lower case. */
export function verifiedDomains(environment: Environment, organizationId: string): string[] {
  return environment.store.domains
    .findBy('organizationId', organizationId)
    .map((row) => settleDomain(environment, row))
    .filter((row) => row.type === 'ORGANIZATION_DOMAIN' && isVerified(row))
    .map(({ name }) => name);
}
