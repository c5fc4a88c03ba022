import 'server-only';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { organizationsPb } from '@/lib/scalekit/services';
import type { PortalFeature, RawPortalLink } from './schema';

/** Scalekit states a minute and sends the time; should it not, this is what its documentation says. */
const statedLifeMs = 60_000;

/**
 * Makes Scalekit's own single-use link. PUT /organizations/{id}/portal_links.
 * The `location` is a credential: it goes to one browser and nowhere else.
 * @throws AppError; `unknown` when a link may have been made that nobody got
 */
export async function mintScalekitLink(
  scalekit: ScalekitClient,
  organizationId: string,
  features: PortalFeature[],
): Promise<RawPortalLink> {
  const { link } = await scalekit.organizations.generatePortalLink({
    id: organizationId,
    features: features.map((feature) => organizationsPb.Feature[feature]),
  });
  if (!link?.location) {
    throw new AppError('unavailable', 'Scalekit answered without a portal link.', { unknown: true });
  }
  const expiresAt = link.expireTime ? timestampDate(link.expireTime) : new Date(Date.now() + statedLifeMs);
  return { linkId: link.id, location: link.location, expiresAt: expiresAt.toISOString() };
}

/**
 * Deletes a minted link; one that is gone already is as good as deleted.
 * DELETE /organizations/{id}/portal_links/{link_id}.
 * @throws AppError
 */
export async function deleteScalekitLink(
  scalekit: ScalekitClient,
  organizationId: string,
  linkId: string,
): Promise<void> {
  try {
    await scalekit.organizations.deletePortalLinkByID({ id: organizationId, linkId });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
  }
}
