import type { Row } from '../rows';

/** An API key: an organization's, or a member's where `userId` is set. The value itself is not kept. */
export type TokenRow = Row & {
  organizationId: string;
  userId?: string;
  description: string;
  customClaims: Record<string, string>;
  /** SHA-256 of the value, hexadecimal. */
  valueHash: string;
  /** The last four characters of the value. */
  suffix: string;
  expiresAt?: number;
  revokedAt?: number;
};
