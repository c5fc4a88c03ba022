import type { Row } from '../rows';

export type PasswordlessType = 'OTP' | 'LINK' | 'LINK_OTP';

/** A mail that proves an address. Its id is the `auth_request_id`; what the mail holds is kept as hashes only. */
export type PasswordlessRow = Row & {
  email: string;
  template: 'SIGNIN' | 'SIGNUP';
  type: PasswordlessType;
  state?: string;
  magiclinkAuthUri?: string;
  templateVariables: Record<string, string>;
  lifetimeSeconds: number;
  expiresAt: number;
  codeHash: string;
  linkHash: string;
  /** When codes were tried, within the window that counts. */
  tries: number[];
  /** Set once it has proved the address. */
  usedAt?: number;
};
