import type { Row } from '../rows';

export const authStatuses = ['INITIATED', 'PENDING', 'SUCCESS', 'FAILED'] as const;
export type AuthStatus = (typeof authStatuses)[number];

/** A connection that took part in a sign-in, in the words of the API: `OIDC`, `OKTA`. */
export type AuthLogConnection = {
  connectionId: string;
  organizationId: string;
  connectionType: string;
  connectionProvider: string;
};

/**
 * One sign-in and how far it came. Its id is the auth request's. Why one failed is not in it: the real log
 * has no such field either.
 */
export type AuthLogRow = Row & {
  status: AuthStatus;
  /** In lower case; known once somebody says who they are. */
  email?: string;
  organizationId?: string;
  /** The one that was used comes first. */
  connections: AuthLogConnection[];
  /** `sso`, `passwordless`, `social`. */
  workflow: string;
  clientId: string;
  clientName: string;
  /** `ENV`, `WEB_APP`, `NTV`, `SPA`, `M2M`. */
  clientType: string;
  resource?: { id: string; name: string; type: string };
  connectedAccountIdentifier?: string;
};
