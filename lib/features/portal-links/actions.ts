'use server';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { ActionContext } from '@/lib/server/action-definition';
import { defineAction } from '@/lib/server/define-action';
import { toAppError } from '@/lib/server/to-app-error';
import { createLinkToken } from './link-token';
import { deleteScalekitLink, mintScalekitLink } from './scalekit-link';
import {
  type CreatedPortalLink,
  createPortalLinkInput,
  createRawPortalLinkInput,
  type PortalFeature,
  portalFeatureLabels,
  type RawPortalLink,
  type RevokedPortalLink,
  revokePortalLinkInput,
} from './schema';

const dayMs = 24 * 60 * 60_000;

/** Keydesk's own link. Its URL goes to the browser once, in this answer; only the token's hash is kept. */
export const createPortalLink = defineAction({
  permission: 'portal_link.create',
  input: createPortalLinkInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async (input, { environment, principal, scalekit }): Promise<CreatedPortalLink> => {
    const { organizationId, features, openLimit } = input;
    const organizationName = await readName(scalekit, organizationId, features);
    const { token, tokenHash } = createLinkToken();
    const link = await db().portalLink.create({
      data: {
        environment,
        organizationId,
        organizationName,
        tokenHash,
        features,
        openLimit,
        note: input.note || null,
        recipientName: input.recipientName,
        recipientEmail: input.recipientEmail,
        expiresAt: new Date(Date.now() + input.expiresInDays * dayMs),
        createdById: principal.staffId,
        createdByEmail: principal.email,
      },
    });
    const url = `${env().NEXTAUTH_URL}/p/${token}`;
    return { linkId: link.id, url, expiresAt: link.expiresAt.toISOString() };
  },
  audit: {
    target: () => ({ type: 'portal_link' }),
    details: ({ features, expiresInDays, openLimit, recipientEmail }) => ({
      ...{ features, expiresInDays, openLimit, recipientEmail },
    }),
    result: ({ linkId }) => ({ target: { type: 'portal_link', id: linkId } }),
  },
});

/** Scalekit's own single-use link. It goes to the browser once, in this answer, and is kept nowhere. */
export const createRawPortalLink = defineAction({
  permission: 'portal_link.create_raw',
  input: createRawPortalLinkInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: ({ organizationId, features }, { scalekit }): Promise<RawPortalLink> =>
    mintScalekitLink(scalekit, organizationId, features),
  audit: {
    target: () => ({ type: 'scalekit_portal_link' }),
    details: ({ features }) => ({ features }),
    result: ({ linkId }) => ({ target: { type: 'scalekit_portal_link', id: linkId } }),
  },
  // Nothing on the page behind the dialog lists these links: the API does not.
  refresh: false,
});

/**
 * Closes a durable link for good, and deletes the Scalekit link it minted last.
 * Closing is our own and comes first: it holds even when Scalekit cannot be reached.
 */
export const revokePortalLink = defineAction({
  permission: 'portal_link.revoke',
  input: revokePortalLinkInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, linkId }, context): Promise<RevokedPortalLink> => {
    const { environment, principal } = context;
    const own = { id: linkId, environment, organizationId };
    await db().portalLink.updateMany({
      where: { ...own, revokedAt: null },
      data: { revokedAt: new Date(), revokedByEmail: principal.email },
    });
    // Read after the update: an open that minted in between has either left its id here or sees the revocation.
    const link = await db().portalLink.findFirst({ where: own });
    if (!link) throw new AppError('not_found', `There is no portal link ${linkId} in this organization.`);
    return { lastMinted: await deleteLastMinted(link, context) };
  },
  audit: {
    target: ({ linkId }) => ({ type: 'portal_link', id: linkId }),
    details: () => ({}),
    result: ({ lastMinted }) => ({ details: { lastMinted } }),
  },
});

async function deleteLastMinted(
  link: { organizationId: string; lastScalekitLinkId: string | null },
  { scalekit }: ActionContext,
): Promise<RevokedPortalLink['lastMinted']> {
  const scalekitLinkId = link.lastScalekitLinkId;
  if (!scalekitLinkId) return 'none';
  try {
    await deleteScalekitLink(scalekit, link.organizationId, scalekitLinkId);
    return 'deleted';
  } catch (error) {
    logger.warn({ err: toAppError(error), scalekitLinkId }, 'The last minted portal link was not deleted');
    return 'left_to_expire';
  }
}

/** The organization's name, after checking that Scalekit would open these features for it. */
async function readName(
  scalekit: ScalekitClient,
  organizationId: string,
  features: PortalFeature[],
): Promise<string> {
  const identities = { case: 'id', value: organizationId } as const;
  const { organization } = await scalekit.organizations.getOrganization({ identities });
  if (!organization) throw new AppError('not_found', `There is no organization ${organizationId}.`);
  const on = organization.settings?.features.filter((feature) => feature.enabled).map(({ name }) => name);
  const off = features.find((feature) => !on?.includes(feature));
  if (off) {
    // Scalekit refuses to mint for a feature that is off: the customer would find out, not the person here.
    const sentence = `${portalFeatureLabels[off]} is switched off for this organization. Switch it on in its settings first.`;
    throw new AppError('invalid', sentence, { fieldErrors: { features: sentence } });
  }
  return organization.displayName;
}
