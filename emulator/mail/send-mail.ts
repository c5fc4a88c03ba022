import type { Environment } from '../environment';
import type { MailRow } from './rows';

/** Mails beyond this many are forgotten, oldest first. */
const keptMails = 1000;

type NewMail = { to: string; subject: string; text: string };

/** Writes a mail of the environment's own: an invitation, a code. It ends in the mailbox and goes nowhere else. */
export function sendMail(environment: Environment, { to, ...mail }: NewMail): MailRow {
  return keepMail(environment, { ...mail, to: [to], from: 'Scalekit emulator <no-reply@emulator.invalid>' });
}

/** Puts a mail into the mailbox. */
export function keepMail(
  { clock, newId, store }: Environment,
  mail: Omit<MailRow, 'id' | 'createdAt'>,
): MailRow {
  const [oldest] = store.mails.all();
  if (oldest && store.mails.size >= keptMails) store.mails.delete(oldest.id);
  return store.mails.put({ id: newId('mail'), createdAt: clock.now(), ...mail });
}
