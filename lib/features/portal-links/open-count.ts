import 'server-only';
import { db } from '@/lib/db';
import type { PortalLink } from '@/lib/generated/prisma/client';
import { usableLinks } from '@/lib/server/usable-links';

/**
 * Takes one open of a link that still has one, in a single UPDATE: of 50 presses at once on a link with 10 opens,
 * 10 get through. Null when it has none, is revoked or expired, or does not exist.
 */
export async function takeOpen(linkId: string): Promise<PortalLink | null> {
  const [link] = await db().portalLink.updateManyAndReturn({
    where: { id: linkId, ...usableLinks() },
    data: { openCount: { increment: 1 } },
  });
  return link ?? null;
}

/** Gives an open back that came to nothing. */
export async function giveOpenBack(linkId: string): Promise<void> {
  await db().portalLink.updateMany({
    where: { id: linkId, openCount: { gt: 0 } },
    data: { openCount: { decrement: 1 } },
  });
}

/**
 * Keeps the id of the Scalekit link just minted, so that revoking can delete it.
 * @returns false when the link was revoked meanwhile: what was minted must not be handed out
 */
export async function keepMintedLink(linkId: string, scalekitLinkId: string): Promise<boolean> {
  const { count } = await db().portalLink.updateMany({
    where: { id: linkId, revokedAt: null },
    data: { lastScalekitLinkId: scalekitLinkId },
  });
  return count === 1;
}
