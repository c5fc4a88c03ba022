import 'server-only';
import { randomUUID } from 'node:crypto';
import type { PortalLink } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';
import { MailError, sendMail } from '@/lib/mail';
import { asksForCode } from './code-gate';
import { noteCode } from './code-log';
import { issueCode, withdrawCode } from './code-store';
import { type DeadState, findActiveLink } from './find-link';

/** How asking for a code ends. `not_asked`: this link opens without one. `unknown`: the mail may still arrive. */
export type SentCode =
  | { kind: 'sent' | 'not_asked' }
  | { kind: 'refused'; state: DeadState }
  | { kind: 'too_many'; freeAt: Date }
  | { kind: 'failed'; unknown: boolean; requestId: string };

/**
 * Mails a fresh code to the recipient whom the link's maker named, never to an address that the visitor types.
 * Outside `defineAction`, since nobody is signed in: the token is the permission.
 */
export async function sendCode(token: string): Promise<SentCode> {
  const link = await findActiveLink(token);
  if ('dead' in link) return { kind: 'refused', state: link.dead };
  if (!asksForCode(link)) return { kind: 'not_asked' };
  const issued = await issueCode(link.id);
  if ('freeAt' in issued) return { kind: 'too_many', freeAt: issued.freeAt };
  try {
    await mailCode(link, issued.code);
  } catch (error) {
    return fail(link, issued.codeId, error);
  }
  await noteCode(link, 'send_code', 'sent');
  return { kind: 'sent' };
}

async function mailCode(link: PortalLink & { recipientEmail: string }, code: string): Promise<void> {
  const { organizationName, recipientEmail, recipientName } = link;
  await sendMail({
    to: { name: recipientName ?? '', address: recipientEmail },
    // Not in the subject: that shows on locked screens and in the logs of mail servers.
    subject: `Your code for setting up sign-in for ${organizationName}`,
    parts: [
      `Somebody opened the link for setting up sign-in for ${organizationName} and asked for a code. It is:`,
      { code },
      'It works once, for ten minutes. Type it into the page that asked for it, and give it to nobody else.',
      'If that was not you, do nothing, and tell the person who sent you the link: somebody else has it.',
    ],
  });
}

/** A mail that surely did not leave gives its code back; one that may have does not, or it would count as none. */
async function fail(link: PortalLink, codeId: string, error: unknown): Promise<SentCode> {
  const requestId = `kd_${randomUUID()}`;
  const unknown = error instanceof MailError && error.unknown;
  // The mail server's own words may hold the address: its codes are enough.
  const { code, responseCode } = ((error as Error).cause ?? {}) as { code?: string; responseCode?: number };
  const why = (error as Error).message;
  logger.warn({ linkId: link.id, requestId, why, smtp: { code, responseCode } }, 'A code was not mailed');
  if (!unknown) await withdrawCode(codeId);
  await noteCode(link, 'send_code', unknown ? 'unknown' : 'failed', requestId);
  return { kind: 'failed', unknown, requestId };
}
