import type { Row } from '../rows';

/** What an organization can have switched on. */
export const featureNames = ['sso', 'dir_sync', 'domain_verification', 'session_policy'] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = Record<FeatureName, boolean>;

/** Timeouts in minutes; absent where the application's own value holds. */
export type SessionPolicy = {
  absoluteTimeout?: number;
  idleTimeoutEnabled?: boolean;
  idleTimeout?: number;
};

export type OrganizationRow = Row & {
  updatedAt: number;
  displayName: string;
  region: 'US' | 'EU';
  externalId?: string;
  slug?: string;
  logoUrl?: string;
  metadata: Record<string, string>;
  features: Features;
  /** Absent: the application's policy applies. */
  sessionPolicy?: SessionPolicy;
  maxAllowedUsers?: number;
  /** The role that its new members get; absent: the environment's default. */
  defaultMemberRole?: string;
};
