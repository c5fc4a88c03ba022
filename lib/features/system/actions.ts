'use server';
import { AppError } from '@/lib/errors';
import { MailError, sendMail } from '@/lib/mail';
import { defineAction } from '@/lib/server/define-action';
import { noInput } from './schema';

/** Sends a mail to oneself: nobody else can be written to from here. Silence of the mail server is "unknown". */
export const sendTestMail = defineAction({
  permission: 'system.send_test_mail',
  input: noInput,
  scope: () => ({ kind: 'environment' }),
  refresh: false,
  run: async (_input, { principal: { name, email } }) => {
    try {
      await sendMail({
        to: { name, address: email },
        subject: 'A test mail from Keydesk',
        parts: [
          `You asked for this mail on the system page of Keydesk.`,
          'That it arrived shows that portal links can send their codes.',
        ],
      });
    } catch (cause) {
      if (!(cause instanceof MailError)) throw cause;
      throw new AppError('unavailable', cause.message, { unknown: cause.unknown, cause });
    }
    return { to: email };
  },
  audit: {
    target: () => ({ type: 'mail' }),
    details: () => ({}),
  },
});
