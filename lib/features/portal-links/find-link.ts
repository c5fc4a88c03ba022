import 'server-only';
import { db } from '@/lib/db';
import type { PortalLink } from '@/lib/generated/prisma/client';
import { hashLinkToken, linkToken } from './link-token';
import { stateOf } from './rows';
import type { PortalLinkState } from './schema';

/** Why a token opens nothing. `made_up`: no link has it, so nothing may be said. */
export type DeadState = Exclude<PortalLinkState, 'active'> | 'made_up';

/** The link behind the token in a URL, or why there is none that works. */
export async function findActiveLink(
  token: string,
): Promise<PortalLink | { dead: DeadState; linkId?: string }> {
  if (!linkToken.safeParse(token).success) return { dead: 'made_up' };
  const link = await db().portalLink.findUnique({ where: { tokenHash: hashLinkToken(token) } });
  if (!link) return { dead: 'made_up' };
  const state = stateOf(link);
  return state === 'active' ? link : { dead: state, linkId: link.id };
}
