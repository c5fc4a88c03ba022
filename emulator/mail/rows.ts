import type { Row } from '../rows';

/** A mail in the emulator's mailbox: one that it wrote itself, or one that came in over SMTP. */
export type MailRow = Row & {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html?: string;
};
