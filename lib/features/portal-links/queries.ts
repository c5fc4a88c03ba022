import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { cutPage, readPlace } from '@/lib/keyset';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { toOpenRow, toPortalLinkRow } from './rows';
import {
  getPortalLinkInput,
  listPortalLinksInput,
  openRowLimit,
  type PortalLinkDetail,
  type PortalLinkRow,
  portalLinkPageSize,
} from './schema';

/** A page of an organization's durable links, newest first. Source: Keydesk's own records. */
export const listPortalLinks = defineQuery({
  permission: 'portal_link.read',
  input: listPortalLinksInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, pageToken }, { environment }): Promise<Page<PortalLinkRow>> => {
    const place = readPlace(pageToken, z.uuid());
    const where = { environment, organizationId };
    const newer = place?.direction === 'newer';
    const [read, total] = await Promise.all([
      db().portalLink.findMany({
        // Version 7 UUIDs sort by the time they were made.
        where: { ...where, ...(place && { id: newer ? { gt: place.id } : { lt: place.id } }) },
        orderBy: { id: newer ? 'asc' : 'desc' },
        take: portalLinkPageSize + 1,
      }),
      db().portalLink.count({ where }),
    ]);
    const page = cutPage(read, portalLinkPageSize, place);
    return { ...page, rows: page.rows.map(toPortalLinkRow), total };
  },
});

/**
 * One durable link with its timeline. Source: Keydesk's own records.
 * The organization is part of the search: another customer's link is not there at all.
 */
export const getPortalLink = defineQuery({
  permission: 'portal_link.read',
  input: getPortalLinkInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, linkId }, { environment }): Promise<PortalLinkDetail> => {
    const link = await db().portalLink.findFirst({
      where: { id: linkId, environment, organizationId },
      include: { opens: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: openRowLimit } },
    });
    if (!link) throw new AppError('not_found', `There is no portal link ${linkId} in this organization.`);
    return { ...toPortalLinkRow(link), opens: link.opens.map(toOpenRow) };
  },
});
