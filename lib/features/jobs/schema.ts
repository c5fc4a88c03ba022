import { z } from 'zod';
import { pageToken } from '@/lib/page';

export const jobStates = ['running', 'paused', 'done', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

export const itemStates = ['waiting', 'sent', 'ok', 'failed', 'skipped', 'unknown'] as const;
export type ItemState = (typeof itemStates)[number];

export const jobPageSize = 30;
export const itemPageSize = 50;

const jobId = z.uuid('There is no such job.');

export const jobInput = z.object({ jobId });
export const listJobsInput = z.object({ pageToken });
export const reportInput = z.object({
  jobId,
  /** Items in this state alone; empty for all. */
  state: z.enum(itemStates).or(z.literal('')).default(''),
  /** Number of items before the page, as text: it comes from an address. */
  pageToken: z.string().max(9).default(''),
});

export type ItemCounts = Record<ItemState, number>;

/** A bulk job. Times are ISO 8601. */
export type JobRow = {
  id: string;
  /** The permission of the single act, for instance `member.invite`. */
  kind: string;
  state: JobState;
  organizationId: string | null;
  startedBy: string;
  createdAt: string;
  finishedAt: string | null;
  /** True while items are searched for: `searched` of `toSearch` places. */
  planning: boolean;
  searched: number;
  toSearch: number;
  waitUntil: string | null;
  /** Why it waits or was paused by Keydesk. */
  notice: string | null;
  counts: ItemCounts;
};

export type ItemRow = {
  position: number;
  label: string;
  key: string;
  state: ItemState;
  sentence: string | null;
  requestId: string | null;
  finishedAt: string | null;
};

export type Report = {
  job: JobRow;
  rows: ItemRow[];
  total: number;
  nextToken: string | null;
  previousToken: string | null;
};
