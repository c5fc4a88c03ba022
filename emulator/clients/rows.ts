import type { clientsPb } from '@/lib/scalekit/services';
import type { Row } from '../rows';

/** A secret of a client. The value itself is not kept. */
export type SecretRow = {
  id: string;
  createdAt: number;
  updatedAt: number;
  /** SHA-256 of the value, hexadecimal. */
  hash: string;
  /** The last four characters of the value. */
  suffix: string;
  status: 'ACTIVE' | 'INACTIVE';
  createdBy?: string;
  expiresAt?: number;
  lastUsedAt?: number;
};

export type Claim = { key: string; value: string };

/** The kinds of application; `ENV` is the one that an environment is born with. */
export const clientTypes = ['ENV', 'WEB_APP', 'NTV', 'SPA'] as const;
export type ClientType = (typeof clientTypes)[number];

/** An application of the environment. Secrets are in the order of creation. */
export type ClientRow = Row & {
  updatedAt: number;
  clientType: ClientType;
  name: string;
  postLoginUris: string[];
  postLogoutRedirectUris: string[];
  backChannelLogoutUris: string[];
  initiateLoginUri: string;
  /** Seconds; 0 where the environment's own value holds. */
  accessTokenExpiry: number;
  scopes: string[];
  customClaims: Claim[];
  grantTypes: string[];
  disallowScalekitApiAccess: boolean;
  enforcePkce: boolean;
  secrets: SecretRow[];
};

/** A client that speaks for an organization (`m2morg_`) or to a resource (`m2m_`). */
export type MachineClientRow = Row & {
  updatedAt: number;
  organizationId?: string;
  resourceId?: string;
  name: string;
  description: string;
  scopes: string[];
  audience: string[];
  customClaims: Claim[];
  /** How long its tokens live, in seconds. */
  expiry: number;
  redirectUris: string[];
  /** Whether it registered itself, and where its own description is. */
  isDynamic: boolean;
  metadataUri: string;
  secrets: SecretRow[];
};

/** Something that tokens are for: an application or an MCP server. */
export type ResourceRow = Row & {
  updatedAt: number;
  type: keyof typeof clientsPb.ResourceType;
  name: string;
  description: string;
  resourceUri: string;
  /** The owner's own name for it. */
  resourceId: string;
  /** Seconds. */
  accessTokenExpiry: number;
  refreshTokenExpiry: number;
  disableDynamicClientRegistration: boolean;
  logoUri: string;
  provider: string;
  scopes: { id: string; name: string }[];
  intersectScopesUserPermission: boolean;
  enableCimd: boolean;
  xaaEnabled: boolean;
  /** The owner's own sign-in behind it; an address without a host is one of the emulator's pages. */
  connection?: { id: string; authorizeUri: string };
};

/** What a person let a resource's client do. `createdAt` is when. */
export type ConsentRow = Row & {
  resourceId: string;
  clientId: string;
  externalUserId: string;
  scopes: string[];
};
