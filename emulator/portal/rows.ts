import type { Row } from '../rows';

/** What a portal link can open; the names of Scalekit's Feature enum. */
export type PortalFeature = 'sso' | 'dir_sync';

/** A one-minute link to the admin portal. Only the hash of the secret part of its location is kept. */
export type PortalLinkRow = Row & {
  organizationId: string;
  features: PortalFeature[];
  secretHash: string;
  expiresAt: number;
  usedAt?: number;
};

/** A browser that opened a portal link. */
export type PortalSessionRow = Row & {
  organizationId: string;
  features: PortalFeature[];
  cookieHash: string;
  expiresAt: number;
};
