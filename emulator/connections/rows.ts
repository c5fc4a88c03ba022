import type { JsonObject } from '@bufbuild/protobuf';
import type { connectionsPb } from '@/lib/scalekit/services';
import type { Row } from '../rows';

export type ConnectionProvider = keyof typeof connectionsPb.ConnectionProvider;
export type ConnectionType = keyof typeof connectionsPb.ConnectionType;
export type ConnectionStatus = 'DRAFT' | 'IN_PROGRESS' | 'COMPLETED';

/** A certificate that an identity provider signs with, and what it says of itself. */
export type CertificateRow = {
  id: string;
  createdAt: number;
  pem: string;
  issuer: string;
  expiresAt: number;
};

/**
 * A connection. An organization's signs its people in; the environment's own are login methods (`login`) and
 * connectors of agents (`app`).
 */
export type ConnectionRow = Row & {
  updatedAt: number;
  kind: 'organization' | 'login' | 'app';
  organizationId?: string;
  provider: ConnectionProvider;
  providerKey: string;
  type: ConnectionType;
  keyId: string;
  status: ConnectionStatus;
  enabled: boolean;
  debugEnabled: boolean;
  uiButtonTitle: string;
  configurationType: keyof typeof connectionsPb.ConfigurationType;
  attributeMapping: Record<string, string>;
  /** The type's own configuration as it was sent, in protobuf JSON. It may hold secrets. */
  settings: JsonObject;
  /** The newest last. */
  certificates: CertificateRow[];
  domainIds: string[];
};

/** A trial sign-in through a connection. */
export type ConnectionTestRow = Row & {
  connectionId: string;
  status: 'PENDING' | 'SUCCESS' | 'FAILURE';
  /** What the identity provider said of the person, as JSON text. */
  userInfo?: string;
  error?: string;
  errorDescription?: string;
  errorDetails?: string;
};
