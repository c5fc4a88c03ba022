import 'server-only';
import { db } from '@/lib/db';
import type { AppError } from '@/lib/errors';
import type { PortalLink } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';
import { type ScalekitClient, scalekitClient } from '@/lib/scalekit/client';
import { findFreeze } from '@/lib/server/freeze';
import { toAppError } from '@/lib/server/to-app-error';
import type { Visitor } from '@/lib/visitor';
import { asksForCode, findVisitOf } from './code-gate';
import { type DeadState, findActiveLink } from './find-link';
import { noteFirstOpen } from './first-open';
import { giveOpenBack, keepMintedLink, takeOpen } from './open-count';
import { recordRefusal, settleOpen, startOpen } from './open-log';
import { stateOf } from './rows';
import { deleteScalekitLink, mintScalekitLink } from './scalekit-link';
import type { PortalFeature, RawPortalLink } from './schema';

/** How a press of the public page's button ends. `location` is a credential: into the redirect, nowhere else. */
export type OpenResult =
  | { kind: 'opened'; location: string }
  | { kind: 'refused'; state: DeadState }
  | { kind: 'failed'; unknown: boolean; requestId: string }
  /** The mailed code comes first; nothing was taken. */
  | { kind: 'unverified' }
  /** The environment is frozen; nothing was taken. */
  | { kind: 'paused' };

/**
 * Takes one open and mints a fresh Scalekit link for it.
 *
 * Not a `defineAction`: nobody is signed in, so there is no person to authorize and no session to check. The token
 * is the permission, and it allows this one thing for the organization and features that a member of staff chose.
 */
export async function openPortalLink(token: string, visitor: Visitor): Promise<OpenResult> {
  const link = await findActiveLink(token);
  if ('dead' in link) {
    return link.linkId ? refuse(link.linkId, visitor) : { kind: 'refused', state: 'made_up' };
  }
  if (asksForCode(link) && !(await findVisitOf(link))) return { kind: 'unverified' };
  if (await findFreeze(link.environment)) {
    await recordRefusal(link.id, 'refused_frozen', visitor);
    return { kind: 'paused' };
  }
  return openLink(link.id, visitor);
}

/**
 * Takes one open of a link whose opener has been let in already: by its token, or by a visit
 * (`currentVisit`, for the customer's own page).
 */
export async function openLink(linkId: string, visitor: Visitor): Promise<OpenResult> {
  const link = await takeOpen(linkId);
  if (!link) return refuse(linkId, visitor);
  const openId = await startOpen(link.id, visitor);
  try {
    const scalekit = scalekitClient(link.environment);
    const minted = await mintScalekitLink(scalekit, link.organizationId, link.features as PortalFeature[]);
    const result = await handOut(link, openId, minted, scalekit);
    // Not waited for: a mail server's slowness is no reason for the customer to wait.
    if (result.kind === 'opened') void noteFirstOpen(link, visitor);
    return result;
  } catch (cause) {
    return fail(link, openId, toAppError(cause));
  }
}

async function refuse(linkId: string, visitor: Visitor): Promise<OpenResult> {
  const link = await db().portalLink.findUnique({ where: { id: linkId } });
  if (!link) return { kind: 'refused', state: 'made_up' };
  const state = stateOf(link);
  // Another press has just given its open back; this one came while there was none.
  const reason = state === 'active' ? 'used_up' : state;
  await recordRefusal(link.id, `refused_${reason}`, visitor);
  return { kind: 'refused', state: reason };
}

/** Revoking and this update wait for each other: either revoking sees the minted id, or this sees the revocation. */
async function handOut(
  link: PortalLink,
  openId: string,
  minted: RawPortalLink,
  scalekit: ScalekitClient,
): Promise<OpenResult> {
  let kept = false;
  try {
    kept = await keepMintedLink(link.id, minted.linkId);
  } finally {
    if (!kept) await discard(link, minted, scalekit);
  }
  await settleQuietly(link, openId, kept ? 'opened' : 'refused_revoked');
  return kept ? { kind: 'opened', location: minted.location } : { kind: 'refused', state: 'revoked' };
}

/** Deletes what must not be handed out. Should that fail, nobody has its URL and it dies within a minute. */
async function discard(link: PortalLink, minted: RawPortalLink, scalekit: ScalekitClient): Promise<void> {
  try {
    await deleteScalekitLink(scalekit, link.organizationId, minted.linkId);
  } catch (error) {
    logger.warn({ err: toAppError(error), scalekitLinkId: minted.linkId }, 'A minted link was not deleted');
  }
}

/** A failure gives the open back; an unknown outcome does not, since a link may have been minted. */
async function fail(link: PortalLink, openId: string, error: AppError): Promise<OpenResult> {
  const requestId = error.requestId ?? `kd_${openId}`;
  logger.warn({ err: error, linkId: link.id, requestId }, 'A portal link could not be opened');
  if (!error.unknown) await giveOpenBack(link.id);
  const outcome = error.unknown ? 'unknown' : 'failed_upstream';
  await settleQuietly(link, openId, outcome, { requestId, errorCode: error.code });
  return { kind: 'failed', unknown: error.unknown, requestId };
}

/** What was minted is worth more to the customer than the row about it, which then reads as unknown. */
async function settleQuietly(...[link, openId, ...outcome]: Parameters<typeof settleOpen>): Promise<void> {
  try {
    await settleOpen(link, openId, ...outcome);
  } catch (error) {
    logger.error({ err: error, linkId: link.id, openId }, 'The end of an open could not be written');
  }
}
