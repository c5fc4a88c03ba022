import 'server-only';
import { isCustomerPageOn } from '@/lib/auth/customer-page';
import type { PortalLink } from '@/lib/generated/prisma/client';
import { maskAddress } from '@/lib/mask-address';
import { findFreeze } from '@/lib/server/freeze';
import { asksForCode, findVisitOf } from './code-gate';
import { findLiveCode } from './code-store';
import { type DeadState, findActiveLink } from './find-link';
import { type PortalFeature, portalFeatures } from './schema';

/** What the public page may say of a link. */
export type PublicLink =
  | {
      state: 'active';
      organizationName: string;
      features: PortalFeature[];
      expiresAt: string;
      /** What stands between this browser and the button; null when nothing does. */
      gate: { maskedAddress: string; codeSentAt: string | null } | null;
      /** True when this browser may go to the customer's own page. */
      hasPage: boolean;
      /** True while the environment is frozen: it opens nothing now, and will again. */
      paused: boolean;
      /** True when the mailed code also leads to the customer's own page. */
      hasOwnPage: boolean;
    }
  | { state: DeadState };

/**
 * Reads a link by the token in its URL. Nothing is minted and nothing is counted: mail scanners read too.
 * Outside `defineQuery`, since nobody is signed in: the token is the permission.
 */
export async function findPublicLink(token: string): Promise<PublicLink> {
  const link = await findActiveLink(token);
  if ('dead' in link) return { state: link.dead };
  const [gate, hasPage, hasOwnPage, freeze] = await Promise.all([
    findGate(link),
    hasPageOf(link),
    isCustomerPageOn(link.environment, link.organizationId),
    findFreeze(link.environment),
  ]);
  return {
    state: 'active',
    organizationName: link.organizationName,
    features: portalFeatures.filter((feature) => link.features.includes(feature)),
    expiresAt: link.expiresAt.toISOString(),
    gate,
    hasPage,
    paused: freeze !== null,
    hasOwnPage,
  };
}

async function findGate(link: PortalLink) {
  if (!asksForCode(link)) return null;
  const [visit, sentAt] = await Promise.all([findVisitOf(link), findLiveCode(link.id)]);
  if (visit) return null;
  return { maskedAddress: maskAddress(link.recipientEmail), codeSentAt: sentAt?.toISOString() ?? null };
}

/** A page opens for a visit alone, so never for a link without a recipient. */
async function hasPageOf(link: PortalLink): Promise<boolean> {
  if (link.recipientEmail === null || !(await findVisitOf(link))) return false;
  return isCustomerPageOn(link.environment, link.organizationId);
}
