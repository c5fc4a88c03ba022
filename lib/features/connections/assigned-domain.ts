import 'server-only';
import { domainsPb } from '@/lib/scalekit/services';
import type { AssignedDomain } from './schema';

const states: Partial<Record<domainsPb.VerificationStatus, AssignedDomain['state']>> = {
  [domainsPb.VerificationStatus.PENDING]: 'pending',
  [domainsPb.VerificationStatus.VERIFIED]: 'verified',
  [domainsPb.VerificationStatus.AUTO_VERIFIED]: 'verified',
  [domainsPb.VerificationStatus.FAILED]: 'failed',
};

/** A domain as a connection carries it; it may be an id without a name. */
export function toAssignedDomain({ id, domain, verificationStatus }: domainsPb.Domain): AssignedDomain {
  return { id: id || domain, name: domain || id, state: states[verificationStatus] ?? 'unknown' };
}
