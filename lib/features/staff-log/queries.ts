import 'server-only';
import { z } from 'zod';
import { cutPage, readPlace } from '@/lib/keyset';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import { listStaffLogInput, type StaffLogFacets, type StaffLogRow, staffLogPageSize } from './schema';
import { selectDistinct, selectEntries } from './select-entries';

const rowId = z.string().regex(/^\d{1,18}$/);

/**
 * A page of the staff log, newest first: acts with their outcome, refusals, notices.
 * A person limited to some customers sees the entries of those. Source: Keydesk's own records.
 */
export const listStaffLog = defineQuery({
  permission: 'staff_log.read',
  input: listStaffLogInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ pageToken, ...filter }, { environment, principal }): Promise<Page<StaffLogRow>> => {
    const place = readPlace(pageToken, rowId);
    const entries = await selectEntries(
      { environment, customers: principal.customers, filter },
      place,
      staffLogPageSize + 1,
    );
    return { ...cutPage(entries, staffLogPageSize, place), total: null };
  },
});

/** The people and actions in the log that this person may see, for the filters. */
export const listStaffLogFacets = defineQuery({
  permission: 'staff_log.read',
  input: z.object({}),
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment, principal: { customers } }): Promise<StaffLogFacets> => {
    const [actorEmails, actions] = await Promise.all([
      selectDistinct('actor_email', environment, customers),
      selectDistinct('action', environment, customers),
    ]);
    return { actorEmails, actions };
  },
});
