import type { commonsPb } from '@/lib/scalekit/services';
import type { Row } from '../rows';

export type UserProfile = {
  id: string;
  givenName: string;
  familyName: string;
  name: string;
  locale: string;
  phoneNumber: string;
  preferredUsername: string;
  picture: string;
  gender: string;
  groups: string[];
  metadata: Record<string, string>;
  customAttributes: Record<string, string>;
};

/** Who a person is at an identity provider they signed in through. */
export type ExternalIdentity = {
  connectionId: string;
  /** `OIDC`, `SAML`, `OAUTH`. */
  connectionType: string;
  connectionProvider: keyof typeof commonsPb.IdentityProviderType;
  connectionUserId: string;
  isSocial: boolean;
  createdAt: number;
  lastLoginAt: number;
  lastSyncedAt: number;
};

export type UserRow = Row & {
  updatedAt: number;
  /** In lower case. */
  email: string;
  externalId?: string;
  metadata: Record<string, string>;
  profile: UserProfile;
  /** Set by a sign-in that proves the address. */
  emailVerified?: boolean;
  externalIdentities?: ExternalIdentity[];
  lastLoginAt?: number;
};

/** A person's place in an organization. `id` is that of the pair: see `membershipId`. */
export type MembershipRow = Row & {
  organizationId: string;
  userId: string;
  /** An invitation past `expiresAt` reads as expired without being changed. */
  status: 'active' | 'inactive' | 'invited';
  /** Names of the roles given directly. */
  roles: string[];
  metadata: Record<string, string>;
  inviterEmail?: string;
  joinedAt?: number;
  expiresAt?: number;
  resentAt?: number;
  resentCount: number;
  provisioningMethod: 'direct_provision' | 'invitation' | 'org_creator' | 'jit_using_sso';
};

/** The link in an invitation's mail. Only the hash of its secret part is kept. */
export type InviteLinkRow = Row & { membershipId: string; secretHash: string };

/** The key of a membership: one per person and organization. */
export function membershipId(organizationId: string, userId: string): string {
  return `${organizationId}:${userId}`;
}
