import 'server-only';
import { randomUUID } from 'node:crypto';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { formatQuantity } from '@/lib/format';
import { logger } from '@/lib/logger';
import { isMailConfigured, MailError, sendMail } from '@/lib/mail';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { connectedAccountsPb } from '@/lib/scalekit/services';
import type { MagicLink, SentLink } from './schema';

/** Scalekit calls its links short-lived and sends the time; should it not, this is less than any seen. */
const assumedLifeMs = 5 * 60_000;

type Extra = { state?: string; userVerifyUrl?: string };

/**
 * Makes Scalekit's own link with which a person authorizes. POST /connected_accounts/magic_link.
 * The `link` is a credential: it goes to one browser or one mailbox and nowhere else.
 * @throws AppError; `unknown` when a link may have been made that nobody got
 */
export async function mintLink(
  scalekit: ScalekitClient,
  id: string,
  { state, userVerifyUrl }: Extra = {},
): Promise<MagicLink> {
  const answer = await scalekit.connectedAccounts.getMagicLinkForConnectedAccount({
    id,
    state: state || undefined,
    userVerifyUrl: userVerifyUrl || undefined,
  });
  if (!/^https?:\/\//i.test(answer.link)) {
    throw new AppError('unavailable', 'Scalekit answered without a link.', { unknown: true });
  }
  const now = Date.now();
  const expiresAt = answer.expiry ? timestampDate(answer.expiry) : new Date(now + assumedLifeMs);
  const livesMs = Math.max(0, expiresAt.getTime() - now);
  return { link: answer.link, expiresAt: expiresAt.toISOString(), livesMs };
}

/** The address that an account's identifier is; null when it is none. */
function addressOf(identifier: string): string | null {
  const parsed = z.email().safeParse(identifier.trim());
  return parsed.success ? parsed.data : null;
}

/** Mints a link and mails it to the person whose account it is; where that cannot be, the link comes back. */
export async function sendLink(
  scalekit: ScalekitClient,
  account: connectedAccountsPb.ConnectedAccount,
): Promise<SentLink> {
  const shown = await mintLink(scalekit, account.id);
  const address = addressOf(account.identifier);
  if (!isMailConfigured()) return { mailedTo: null, problem: 'This console has no mail server.', shown };
  if (!address) {
    return { mailedTo: null, problem: `${account.identifier} is no e-mail address.`, shown };
  }
  try {
    await mailLink(address, account, shown);
    return { mailedTo: address, expiresAt: shown.expiresAt };
  } catch (error) {
    return { mailedTo: null, problem: problemOf(error), shown };
  }
}

async function mailLink(
  address: string,
  { provider, connector }: connectedAccountsPb.ConnectedAccount,
  { link, livesMs }: MagicLink,
): Promise<void> {
  const what = provider || connector;
  await sendMail({
    to: { name: '', address },
    subject: `Connect your ${what} account again`,
    parts: [
      `Agents that work for you lost access to your ${what} account, or never had it. With this link you connect it:`,
      { href: link, label: `Connect ${what}` },
      `The link works once, for ${formatQuantity(Math.max(1, Math.floor(livesMs / 60_000)), 'minute')} from now. If it is over, answer whoever wrote to you and ask for a new one.`,
      'Only you should use it: whoever opens it connects their own account in your name.',
    ],
  });
}

function problemOf(error: unknown): string {
  // The mail server's own words may hold the address.
  logger.warn({ requestId: `kd_${randomUUID()}`, why: (error as Error).message }, 'A link was not mailed');
  if (!(error instanceof MailError)) return 'The mail could not be written.';
  return error.unknown ? `${error.message} The mail may still arrive.` : error.message;
}
