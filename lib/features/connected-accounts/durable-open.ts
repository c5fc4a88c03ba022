import 'server-only';
import { randomUUID } from 'node:crypto';
import { recordNotice } from '@/lib/audit/staff-log';
import { db } from '@/lib/db';
import type { AccountLink } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';
import { isMailConfigured, MailError, sendMail } from '@/lib/mail';
import { scalekitClient } from '@/lib/scalekit/client';
import { findFreeze } from '@/lib/server/freeze';
import { toAppError } from '@/lib/server/to-app-error';
import { issueCode, redeemCode, withdrawCode } from './durable-code';
import { stateOf } from './durable-links';
import { readToken } from './durable-token';
import { mintLink } from './link';
import type { DurableLinkState } from './schema';

/** Why a token opens nothing. `made_up`: no link has it, so nothing may be said. */
export type DeadState = Exclude<DurableLinkState, 'active'> | 'made_up';

/** What the public page may say of a link. `code`: a code is asked for, and whether one is on its way. */
export type PublicAccountLink =
  | {
      state: 'active';
      provider: string;
      expiresAt: string;
      recipientEmail: string;
      code: 'none' | 'to_send' | 'sent';
      /** True while the environment is frozen: it opens nothing now, and will again. */
      paused: boolean;
    }
  | { state: DeadState };

export type SentCode =
  | { kind: 'sent' | 'not_asked' | 'too_many' }
  | { kind: 'refused'; state: DeadState }
  | { kind: 'failed'; unknown: boolean; requestId: string };

/** `location` is a credential: into the redirect, nowhere else. */
export type OpenResult =
  | { kind: 'opened'; location: string }
  | { kind: 'wrong_code' }
  /** The environment is frozen; neither an open nor the code was taken. */
  | { kind: 'paused' }
  | { kind: 'refused'; state: DeadState }
  | { kind: 'failed'; unknown: boolean; requestId: string };

async function findActive(token: string): Promise<AccountLink | DeadState> {
  const tokenHash = readToken(token);
  const link = tokenHash && (await db().accountLink.findUnique({ where: { tokenHash } }));
  if (!link) return 'made_up';
  const state = stateOf(link);
  return state === 'active' ? link : state;
}

/** Reads a link by the token in its URL. Nothing is minted and nothing is counted: mail scanners read too. */
export async function findPublicAccountLink(token: string): Promise<PublicAccountLink> {
  const link = await findActive(token);
  if (typeof link === 'string') return { state: link };
  const { provider, recipientEmail, codeHash, codeExpiresAt } = link;
  const isSent = codeHash !== null && (codeExpiresAt?.getTime() ?? 0) > Date.now();
  const code = !isMailConfigured() ? 'none' : isSent ? 'sent' : 'to_send';
  const paused = (await findFreeze(link.environment)) !== null;
  return { state: 'active', provider, recipientEmail, expiresAt: link.expiresAt.toISOString(), code, paused };
}

/**
 * Mails a fresh code to the recipient whom the link's maker named, never to an address that the visitor types.
 * Outside `defineAction`, since nobody is signed in: the token is the permission.
 */
export async function sendAccountLinkCode(token: string): Promise<SentCode> {
  const link = await findActive(token);
  if (typeof link === 'string') return { kind: 'refused', state: link };
  // The page then says why: a code could not be typed anywhere.
  if (!isMailConfigured() || (await findFreeze(link.environment))) return { kind: 'not_asked' };
  const code = await issueCode(link.id);
  if (!code) return { kind: 'too_many' };
  try {
    await mailCode(link, code);
  } catch (error) {
    const requestId = `kd_${randomUUID()}`;
    const unknown = error instanceof MailError && error.unknown;
    logger.warn({ linkId: link.id, requestId, why: (error as Error).message }, 'A code was not mailed');
    if (!unknown) await withdrawCode(link.id, code);
    await note(link, unknown ? 'code_unknown' : 'code_failed', requestId);
    return { kind: 'failed', unknown, requestId };
  }
  await note(link, 'code_sent');
  return { kind: 'sent' };
}

/**
 * Checks the code, takes one open and mints a fresh link of Scalekit's. The staff log has it before the call leaves.
 * A failure gives the open back; an unknown outcome does not, since a link may have been minted.
 */
export async function openAccountLink(token: string, typedCode: string): Promise<OpenResult> {
  const found = await findActive(token);
  if (typeof found === 'string') return { kind: 'refused', state: found };
  if (await findFreeze(found.environment)) return { kind: 'paused' };
  if (isMailConfigured() && !(await redeemCode(found.id, typedCode))) return { kind: 'wrong_code' };
  const link = await takeOpen(found.id);
  if (!link) return { kind: 'refused', state: await deadStateOf(found.id) };
  await note(link, 'begun');
  try {
    const { link: location } = await mintLink(scalekitClient(link.environment), link.accountId);
    // Revoking and this update wait for each other on the row: what was minted after it is not handed out.
    const { count } = await db().accountLink.updateMany({
      where: { id: link.id, revokedAt: null },
      data: { lastOpenedAt: new Date() },
    });
    await note(link, count === 1 ? 'opened' : 'refused_revoked');
    return count === 1 ? { kind: 'opened', location } : { kind: 'refused', state: 'revoked' };
  } catch (cause) {
    const error = toAppError(cause);
    const requestId = error.requestId ?? `kd_${randomUUID()}`;
    logger.warn(
      { err: error, linkId: link.id, requestId },
      'A link to connect an account could not be opened',
    );
    if (!error.unknown) await giveBack(link.id);
    await note(link, error.unknown ? 'unknown' : 'failed', requestId);
    return { kind: 'failed', unknown: error.unknown, requestId };
  }
}

/** One UPDATE decides who gets through: of many presses at once no more do than the limit allows. */
async function takeOpen(id: string): Promise<AccountLink | null> {
  const [link] = await db().accountLink.updateManyAndReturn({
    where: {
      id,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      openCount: { lt: db().accountLink.fields.openLimit },
    },
    data: { openCount: { increment: 1 } },
  });
  return link ?? null;
}

async function giveBack(id: string): Promise<void> {
  await db().accountLink.updateMany({
    where: { id, openCount: { gt: 0 } },
    data: { openCount: { decrement: 1 } },
  });
}

async function deadStateOf(id: string): Promise<DeadState> {
  const link = await db().accountLink.findUnique({ where: { id } });
  const state = link ? stateOf(link) : 'made_up';
  return state === 'active' ? 'used_up' : state;
}

async function mailCode({ provider, recipientEmail }: AccountLink, code: string): Promise<void> {
  await sendMail({
    to: { name: '', address: recipientEmail },
    // Not in the subject: that shows on locked screens and in the logs of mail servers.
    subject: `Your code for connecting ${provider}`,
    parts: [
      `Somebody opened the link for connecting your ${provider} account and asked for a code. It is:`,
      { code },
      'It works once, for ten minutes. Type it into the page that asked for it, and give it to nobody else.',
      'If that was not you, do nothing, and tell the person who sent you the link: somebody else has it.',
    ],
  });
}

async function note(link: AccountLink, outcome: string, requestId?: string): Promise<void> {
  await recordNotice({
    environment: link.environment,
    actor: 'visitor',
    action: 'account_link.open',
    organizationId: link.organizationId ?? undefined,
    target: { type: 'connected_account', id: link.accountId },
    details: { linkId: link.id, outcome },
    requestId,
  });
}
