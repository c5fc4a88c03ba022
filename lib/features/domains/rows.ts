import 'server-only';
import { domainsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { DomainRow, VerificationStatus } from './schema';

const statuses: Partial<Record<domainsPb.VerificationStatus, VerificationStatus>> = {
  [domainsPb.VerificationStatus.PENDING]: 'pending',
  [domainsPb.VerificationStatus.VERIFIED]: 'verified',
  [domainsPb.VerificationStatus.FAILED]: 'failed',
  [domainsPb.VerificationStatus.AUTO_VERIFIED]: 'auto_verified',
};

const verifiers: Partial<Record<domainsPb.VerificationMethod, 'admin' | 'dns'>> = {
  [domainsPb.VerificationMethod.ADMIN]: 'admin',
  [domainsPb.VerificationMethod.DNS]: 'dns',
};

/** Plain row of a domain: the vendor's message ends here. */
export function toDomainRow(domain: domainsPb.Domain): DomainRow {
  const { txtRecordKey: key, txtRecordSecret: secret } = domain;
  return {
    id: domain.id,
    domain: domain.domain,
    type: domain.domainType === domainsPb.DomainType.ALLOWED_EMAIL_DOMAIN ? 'allowed_email' : 'organization',
    status: statuses[domain.verificationStatus] ?? 'other',
    verifiedBy: verifiers[domain.verificationMethod] ?? null,
    record: key && secret ? { name: domain.domain, value: `${key}=${secret}` } : null,
    createdAt: toIso(domain.createTime),
    updatedAt: toIso(domain.updateTime),
  };
}
