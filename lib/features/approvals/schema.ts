import { z } from 'zod';
import type { Permission } from '@/lib/auth/permissions';
import { pageToken } from '@/lib/page';

const approvalId = z.uuid('An approval id is a UUID.');

export const decideInput = z.object({
  approvalId,
  comment: z.string().trim().max(200, 'A comment has at most 200 characters.').default(''),
});

export const withdrawInput = z.object({ approvalId });

export const switchApprovalsInput = z.object({});

export const approvalPageSize = 50;

export const listApprovalsInput = z.object({ pageToken });

export const approvalStates = ['open', 'approved', 'used', 'refused', 'withdrawn', 'expired'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** A request for a second person's approval. Times are ISO 8601. */
export type ApprovalRow = {
  id: string;
  permission: Permission;
  organizationId: string | null;
  /** Null where no snapshot knows it. */
  organizationName: string | null;
  target: { type: string; id: string | null };
  /** What the act's audit allow-list names. */
  details: Record<string, unknown>;
  reason: string | null;
  ticket: string | null;
  requestedByEmail: string;
  requestedAt: string;
  expiresAt: string;
  state: ApprovalState;
  decidedByEmail: string | null;
  decidedAt: string | null;
  comment: string | null;
  /** The reader asked for it, and may withdraw it. */
  isOwn: boolean;
  /** The reader may approve or refuse it now. */
  mayDecide: boolean;
};

/** What the desk shows: requests that wait for the reader, and the reader's own that wait or were approved. */
export type ApprovalsAtHand = { toDecide: ApprovalRow[]; own: ApprovalRow[] };

/** Null: switched off. */
export type ApprovalSwitchState = { at: string; byEmail: string } | null;
