import 'server-only';
import { env } from '@/lib/env';
import { formatExactTime } from '@/lib/format';
import type { SignInWatch } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';
import { isMailConfigured, sendMail } from '@/lib/mail';
import { paths } from '@/lib/paths';
import type { LoggedSignIn } from '@/lib/server/sign-in-log';

/** Mails the maker of a watch what was seen, where this console can send mail. Once, and never throws. */
export async function tellOfSignIn(watch: SignInWatch, seen: LoggedSignIn): Promise<void> {
  if (!isMailConfigured()) return;
  const what = watch.email ?? `connection ${watch.connectionId}`;
  const ticket = watch.ticket ? ` (${watch.ticket})` : '';
  try {
    await sendMail({
      to: { name: watch.createdByEmail, address: watch.createdByEmail },
      subject: `The sign-in works${ticket}`,
      parts: [
        `You watch ${what} in ${watch.environment}. A sign-in went well at ${formatExactTime(seen.at)}.`,
        `Evidence: auth request ${seen.id}, ${seen.email ?? 'no address in the log'}${seen.connection ? `, by ${seen.connection}` : ''}.`,
        { href: `${env().NEXTAUTH_URL}${paths.watches(watch.environment)}`, label: 'Your watches' },
      ],
    });
  } catch (err) {
    logger.warn({ err, watchId: watch.id }, 'The mail about a sign-in watch did not go out');
  }
}
