import { z } from 'zod';
import { pageToken } from '@/lib/page';
import { userId } from '@/lib/scalekit-ids';
import type { ChainFaultView } from '@/lib/staff-log-faults';

/** How an entry ended. `notice`: something that happened without anybody acting, such as a link that was opened. */
export const staffLogOutcomes = ['ok', 'failed', 'unknown', 'denied', 'notice'] as const;
export type StaffLogOutcome = (typeof staffLogOutcomes)[number];

export const staffLogPageSize = 50;

const text = z.string().trim().max(320).default('');
const time = z.iso.datetime({ offset: true, error: 'Give a date and a time.' }).or(z.literal('')).default('');

/** The filters as they stand in the URL; an empty one does not filter. `from` is included, `to` is not. */
export const listStaffLogInput = z.object({
  actorEmail: text,
  action: text,
  organizationId: text,
  outcome: z.enum(staffLogOutcomes).or(z.literal('')).default(''),
  from: time,
  to: time,
  pageToken,
});

/** What was done to one user; `before` is the time that the page before ended at. */
export const listActsOnUserInput = z.object({ userId, before: z.iso.datetime().optional() });

/** One act with its outcome. Times are ISO 8601. */
export type StaffLogRow = {
  id: string;
  at: string;
  /** Empty for a visitor of a public page, and for Keydesk itself. */
  actorEmail: string;
  /** A role, `customer` for an administrator on their own page, `visitor` or `system`. */
  actorRole: string;
  /** `noun.verb`: the permission that was used or asked for. */
  action: string;
  organizationId: string | null;
  target: { type: string; id: string | null } | null;
  outcome: StaffLogOutcome;
  errorCode: string | null;
  requestId: string | null;
  ticket: string | null;
  reason: string | null;
  /** What the action's audit allow-list recorded before and after the call. */
  details: Record<string, unknown>;
};

/** What there is to filter by, in alphabetical order. */
export type StaffLogFacets = { actorEmails: string[]; actions: string[] };

/** The last seal of the slice before; empty to begin. */
export const checkChainInput = z.object({
  after: z
    .string()
    .regex(/^\d{0,18}$/, 'A seal has a number.')
    .default(''),
});

/** A checked part of the hash chain. `seals`: how many there are in all, told with the first
 * part only. `head`: the chain's end, to keep elsewhere. */
export type CheckedSlice = {
  last: string | null;
  checked: number;
  done: boolean;
  fault: ChainFaultView | null;
  seals: number | null;
  head: string | null;
};
