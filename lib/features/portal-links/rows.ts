import 'server-only';
import { describeBrowser } from '@/lib/describe-browser';
import type { PortalLink, PortalLinkOpen } from '@/lib/generated/prisma/client';
import {
  openOutcomes,
  type PortalLinkOpenRow,
  type PortalLinkRow,
  type PortalLinkState,
  portalFeatures,
} from './schema';

type Life = Pick<PortalLink, 'revokedAt' | 'expiresAt' | 'openCount' | 'openLimit'>;

/** Why a link works or does not; what a person did to it comes before what time and use did. */
export function stateOf(link: Life, now = Date.now()): PortalLinkState {
  if (link.revokedAt) return 'revoked';
  if (link.expiresAt.getTime() <= now) return 'expired';
  return link.openCount >= link.openLimit ? 'used_up' : 'active';
}

/** Plain row of a durable link, without its hash. */
export function toPortalLinkRow(link: PortalLink): PortalLinkRow {
  return {
    linkId: link.id,
    state: stateOf(link),
    features: portalFeatures.filter((feature) => link.features.includes(feature)),
    note: link.note,
    recipient: link.recipientEmail
      ? { name: link.recipientName ?? link.recipientEmail, email: link.recipientEmail }
      : null,
    openCount: link.openCount,
    openLimit: link.openLimit,
    createdAt: link.createdAt.toISOString(),
    createdByEmail: link.createdByEmail,
    expiresAt: link.expiresAt.toISOString(),
    firstOpenedAt: link.firstOpenedAt?.toISOString() ?? null,
    revokedAt: link.revokedAt?.toISOString() ?? null,
    revokedByEmail: link.revokedByEmail,
  };
}

/** Plain row of one press of the button. */
export function toOpenRow(open: PortalLinkOpen): PortalLinkOpenRow {
  return {
    openId: open.id,
    at: open.at.toISOString(),
    outcome: openOutcomes.find((outcome) => outcome === open.outcome) ?? 'unknown',
    ip: open.ip,
    browser: open.userAgent && describeBrowser(open.userAgent),
    requestId: open.requestId,
  };
}
