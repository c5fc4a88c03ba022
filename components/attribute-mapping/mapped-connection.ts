import type { KeyValueRow } from '@/lib/key-values';

/** Whose mapping it is, and what it is now. */
export type MappedConnection = {
  environment: string;
  organizationId: string;
  connectionId: string;
  /** `OIDC`, `SAML`: decides what is suggested. */
  type: string;
  mapping: KeyValueRow[];
};
