import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { cutPage, readPlace } from '@/lib/keyset';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { eraseExpired } from './erase-expired';
import { toHandOverRow } from './rows';
import { type HandOverRow, handOverInput, handOverPageSize, listHandOversInput } from './schema';

const omit = { sealed: true, tokenHash: true } as const;

/** A page of an organization's hand-overs, newest first. Source: Keydesk's own records. */
export const listHandOvers = defineQuery({
  permission: 'hand_over.read',
  input: listHandOversInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, pageToken }, { environment }): Promise<Page<HandOverRow>> => {
    const place = readPlace(pageToken, z.uuid());
    const where = { environment, organizationId };
    const newer = place?.direction === 'newer';
    const [read, total] = await Promise.all([
      db().handOver.findMany({
        // Version 7 UUIDs sort by the time they were made.
        where: { ...where, ...(place && { id: newer ? { gt: place.id } : { lt: place.id } }) },
        orderBy: { id: newer ? 'asc' : 'desc' },
        take: handOverPageSize + 1,
        omit,
      }),
      db().handOver.count({ where }),
      eraseExpired(),
    ]);
    const page = cutPage(read, handOverPageSize, place);
    return { ...page, rows: page.rows.map(toHandOverRow), total };
  },
});

/** One hand-over: whether it has been opened, for the dialog that made it. Source: Keydesk's own records. */
export const getHandOver = defineQuery({
  permission: 'hand_over.read',
  input: handOverInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, handOverId }, { environment }): Promise<HandOverRow> => {
    const where = { id: handOverId, environment, organizationId };
    const row = await db().handOver.findFirst({ where, omit });
    if (!row) throw new AppError('not_found', `There is no hand-over ${handOverId} in this organization.`);
    return toHandOverRow(row);
  },
});
