import type { Row } from '../rows';

/**
 * A sign-in to a resource that waits for the owner's own login page to say who it is. Its id is the
 * `login_request_id` that the page is given.
 */
export type LoginRequestRow = Row & {
  authRequestId: string;
  connectionId: string;
  resourceId: string;
  clientId: string;
  redirectUri: string;
  scopes: string[];
  /** The client's own state. */
  state?: string;
  nonce?: string;
  codeChallenge?: string;
  /** Hash of the state that the login page brings back. */
  callbackHash: string;
  /** What the owner said of the person; absent until they have. */
  answer?: { failed: true } | { failed: false; subject: string; email: string };
  /** Set once the client has its code or its error. */
  endedAt?: number;
};
