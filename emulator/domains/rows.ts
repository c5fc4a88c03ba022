import type { Row } from '../rows';

export type DomainType = 'ORGANIZATION_DOMAIN' | 'ALLOWED_EMAIL_DOMAIN';
export type VerificationStatus = 'PENDING' | 'VERIFIED' | 'FAILED' | 'AUTO_VERIFIED';
export type VerificationMethod = 'ADMIN' | 'DNS' | 'NOT_APPLICABLE';

/** A domain of an organization. Its TXT record reads `<txtKey>=<txtSecret>`. */
export type DomainRow = Row & {
  updatedAt: number;
  organizationId: string;
  /** In lower case. */
  name: string;
  type: DomainType;
  status: VerificationStatus;
  method: VerificationMethod;
  txtKey: string;
  txtSecret: string;
  /** Stands in for the DNS: true once the owner has published the TXT record. */
  txtPublished: boolean;
  /** When a pending verification fails. */
  verifyBy?: number;
};
