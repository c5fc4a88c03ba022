import { z } from 'zod';
import { connectionId, organizationId } from '@/lib/scalekit-ids';

export const noInput = z.object({});

export const failingPeriods = ['day', 'week'] as const;
export type FailingPeriod = (typeof failingPeriods)[number];
export const failingInput = z.object({ period: z.enum(failingPeriods).default('day').catch('day') });

/** Customers shown, the one with most failures first. */
export const failingAtMost = 8;

/**
 * How sign-ins of one customer went in a period. `lastFailedAt` is ISO 8601, `share` of its sign-ins from 0 to 1. `name`
 * is null while neither the snapshots nor the index know it.
 */
export type FailingCustomer = {
  organizationId: string;
  name: string | null;
  failed: number;
  share: number;
  lastFailedAt: string;
};

/** `others`: customers with failures beyond those shown. `without`: failed sign-ins that belong to no customer. */
export type FailingLogins = {
  period: FailingPeriod;
  rows: FailingCustomer[];
  others: number;
  /** Null for people limited to some customers. */
  without: { failed: number; lastFailedAt: string } | null;
};

/** How fresh what the desk shows is. Times are ISO 8601; null: not once yet. */
export type DeskFreshness = {
  index: string | null;
  events: string | null;
  logins: string | null;
  /** Of the customers the one that was looked at longest ago. */
  snapshots: string | null;
};

export const nameCustomersInput = z.object({ ids: z.array(organizationId).max(failingAtMost) });

export const failedOfInput = z.object({ organizationId, connectionId: connectionId.optional() });
export const failedShown = 5;

/** A sign-in of one customer that failed. `at` is ISO 8601. */
export type FailedSignIn = { id: string; at: string; email: string | null; connectionId: string | null };

/** `name`: the customer's, where it is known. `readAt`: when the login log was last read; null: not yet. */
export type FailedOf = { name: string | null; rows: FailedSignIn[]; readAt: string | null };
