import 'server-only';
import { db } from '@/lib/db';
import { hashLinkToken, linkToken } from './link-token';
import { stateOf } from './rows';
import { type PortalFeature, type PortalLinkState, portalFeatures } from './schema';

/** What the public page may say of a link. `made_up`: no link has this token, so nothing may be said. */
export type PublicLink =
  | { state: 'active'; organizationName: string; features: PortalFeature[]; expiresAt: string }
  | { state: Exclude<PortalLinkState, 'active'> }
  | { state: 'made_up' };

/**
 * Reads a link by the token in its URL. Nothing is minted and nothing is counted: mail scanners read too.
 * Outside `defineQuery`, since nobody is signed in: the token is the permission.
 */
export async function findPublicLink(token: string): Promise<PublicLink> {
  if (!linkToken.safeParse(token).success) return { state: 'made_up' };
  const link = await db().portalLink.findUnique({ where: { tokenHash: hashLinkToken(token) } });
  if (!link) return { state: 'made_up' };
  const state = stateOf(link);
  if (state !== 'active') return { state };
  return {
    state,
    organizationName: link.organizationName,
    features: portalFeatures.filter((feature) => link.features.includes(feature)),
    expiresAt: link.expiresAt.toISOString(),
  };
}
