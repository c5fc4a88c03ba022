import 'server-only';
import { recordNotice } from '@/lib/audit/staff-log';
import { db } from '@/lib/db';
import type { ErrorCode } from '@/lib/errors';
import type { PortalLink } from '@/lib/generated/prisma/client';
import type { Visitor } from '@/lib/visitor';
import type { OpenOutcome } from './schema';

/** Writes the timeline row before Scalekit is called; until it is settled it reads as unknown. */
export async function startOpen(linkId: string, visitor: Visitor): Promise<string> {
  const { id } = await db().portalLinkOpen.create({ data: { linkId, outcome: 'unknown', ...visitor } });
  return id;
}

type Failure = { requestId?: string; errorCode?: ErrorCode };

/** Writes how an open ended, in the link's timeline and in the staff log. */
export async function settleOpen(
  link: PortalLink,
  openId: string,
  outcome: OpenOutcome,
  { requestId, errorCode }: Failure = {},
): Promise<void> {
  await db().portalLinkOpen.update({ where: { id: openId }, data: { outcome, requestId } });
  await recordNotice({
    environment: link.environment,
    actor: 'visitor',
    action: 'portal_link.open',
    organizationId: link.organizationId,
    target: { type: 'portal_link', id: link.id },
    details: { outcome, errorCode },
    requestId,
  });
}

const foldMs = 60_000;

/** Writes a refusal into the timeline; the same one within a minute is folded, so that hammering fills no table. */
export async function recordRefusal(linkId: string, outcome: OpenOutcome, visitor: Visitor): Promise<void> {
  const since = new Date(Date.now() - foldMs);
  const known = await db().portalLinkOpen.findFirst({ where: { linkId, outcome, at: { gt: since } } });
  if (!known) await db().portalLinkOpen.create({ data: { linkId, outcome, ...visitor } });
}
