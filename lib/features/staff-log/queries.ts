import 'server-only';
import { z } from 'zod';
import { cutPage, readPlace } from '@/lib/keyset';
import type { Stretch } from '@/lib/merge-by-time';
import type { Page } from '@/lib/page';
import { defineQuery } from '@/lib/server/define-query';
import {
  listActsOnUserInput,
  listStaffLogInput,
  type StaffLogFacets,
  type StaffLogRow,
  staffLogPageSize,
} from './schema';
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

/**
 * What staff did to one user before a time, newest first: acts on the user, on their sessions and passkeys.
 * Source: Keydesk's own records.
 */
export const listActsOnUser = defineQuery({
  permission: 'staff_log.read',
  input: listActsOnUserInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ userId, before = '' }, { environment, principal }): Promise<Stretch<StaffLogRow>> => {
    const filter = { ...listStaffLogInput.parse({ to: before }), onUser: userId };
    const selection = { environment, customers: principal.customers, filter };
    const entries = await selectEntries(selection, null, staffLogPageSize + 1);
    const rows = entries.slice(0, staffLogPageSize);
    return { rows, endsAt: entries.length > rows.length ? (rows.at(-1)?.at ?? null) : null };
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
