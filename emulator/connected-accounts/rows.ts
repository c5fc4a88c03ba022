import type { JsonObject } from '@bufbuild/protobuf';
import type { connectedAccountsPb } from '@/lib/scalekit/services';
import type { Row } from '../rows';

type StatusName = keyof typeof connectedAccountsPb.ConnectorStatus;
type TypeName = keyof typeof connectedAccountsPb.ConnectorType;

export type AccountStatus = Exclude<StatusName, 'CONNECTION_STATUS_UNSPECIFIED'>;
export type AccountType = Exclude<TypeName, 'CONNECTION_TYPE_UNSPECIFIED'>;

/** Somebody's account at a provider, which agents act with. */
export type ConnectedAccountRow = Row & {
  updatedAt: number;
  connectionId: string;
  /** The connection's `key_id`. */
  connector: string;
  /** The provider's key, such as `GMAIL`. */
  provider: string;
  identifier: string;
  organizationId?: string;
  userId?: string;
  status: AccountStatus;
  type: AccountType;
  /** AuthorizationDetails in protobuf JSON; it holds the tokens. */
  details?: JsonObject;
  apiConfig?: JsonObject;
  tokenExpiresAt?: number;
  lastUsedAt?: number;
};

/** A magic link, and what becomes of it: opened, consented to, verified. */
export type AccountLinkRow = Row & {
  accountId: string;
  secretHash: string;
  expiresAt: number;
  state?: string;
  userVerifyUrl?: string;
  /** When the person consented or declined: a link does that once. */
  usedAt?: number;
  /** While the application has yet to confirm who the person is. */
  verification?: { requestHash: string; details: JsonObject; tokenExpiresAt?: number; expiresAt: number };
};
