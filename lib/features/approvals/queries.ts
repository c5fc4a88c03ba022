import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db';
import { cutPage, readPlace } from '@/lib/keyset';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { maySee, toApprovalRows } from './rows';
import {
  type ApprovalRow,
  type ApprovalSwitchState,
  type ApprovalsAtHand,
  approvalPageSize,
  listApprovalsInput,
} from './schema';

/** A page of the requests of an environment, newest first, decided ones too. Source: Keydesk's own records. */
export const listApprovals = defineQuery({
  permission: 'approval.read',
  input: listApprovalsInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ pageToken }, { environment, principal }): Promise<Page<ApprovalRow>> => {
    const place = readPlace(pageToken, z.uuid());
    const newer = place?.direction === 'newer';
    const theirs =
      principal.customers === 'all'
        ? {}
        : {
            OR: [{ requestedById: principal.staffId }, { organizationId: { in: [...principal.customers] } }],
          };
    const read = await db().approval.findMany({
      where: {
        ...{ environment, ...theirs },
        ...(place && { id: newer ? { gt: place.id } : { lt: place.id } }),
      },
      orderBy: { id: newer ? 'asc' : 'desc' },
      take: approvalPageSize + 1,
    });
    const page = cutPage(read, approvalPageSize, place);
    return { ...page, rows: await toApprovalRows(environment, page.rows, principal), total: null };
  },
});

const most = 200;

/** What waits for the reader, and what became of the reader's own. Source: Keydesk's own records. */
export const getApprovalsAtHand = defineQuery({
  permission: 'approval.read',
  input: z.object({}),
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment, principal }): Promise<ApprovalsAtHand> => {
    const live = await db().approval.findMany({
      where: {
        ...{ environment, usedAt: null, expiresAt: { gt: new Date() } },
        OR: [{ state: 'open' }, { requestedById: principal.staffId, state: { in: ['approved', 'refused'] } }],
      },
      orderBy: { id: 'desc' },
      take: most,
    });
    const seen = live.filter((approval) => maySee(approval, principal));
    const rows = await toApprovalRows(environment, seen, principal);
    return {
      toDecide: rows.filter(({ mayDecide }) => mayDecide),
      own: rows.filter(({ isOwn }) => isOwn),
    };
  },
});

/** Whether some acts need a second person here. Source: own record. */
export const getApprovalSwitch = defineQuery({
  permission: 'approval.read',
  input: z.object({}),
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment }): Promise<ApprovalSwitchState> => {
    const row = await db().approvalSwitch.findUnique({ where: { environment } });
    return row && { at: row.switchedOnAt.toISOString(), byEmail: row.switchedOnByEmail };
  },
});
