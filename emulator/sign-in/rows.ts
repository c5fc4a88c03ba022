import type { Prompt } from '../oauth/authorize-request';
import type { Row } from '../rows';

/** A sign-in that an application asked for. Its id is the `auth_request_id` of the login log. */
export type AuthRequestRow = Row & {
  clientId: string;
  redirectUri: string;
  scope: string;
  state?: string;
  nonce?: string;
  codeChallenge?: string;
  prompt?: Prompt;
  /** What the application or the person said of themselves. */
  loginHint?: string;
  /** Asked for, or that of the connection. */
  organizationId?: string;
  /** Chosen by the request, or by the person on the hosted page. */
  connectionId?: string;
  /** The mail that was sent to prove an address. */
  passwordlessId?: string;
  /** Set once it was answered: with a code or an error. */
  endedAt?: number;
};

/** A browser that is signed in: its cookie stands for a session. Only the hash of the cookie is kept. */
export type BrowserSessionRow = Row & { cookieHash: string; sessionId: string; connectionId: string };
