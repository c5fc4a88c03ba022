import { z } from 'zod';

export const pushFormats = ['jsonl', 'ocsf'] as const;
export type PushFormat = (typeof pushFormats)[number];

/** At most this many in one environment. */
export const pushLimit = 10;
/** Rows that wait longer are dropped, and counted. */
export const backlogDays = 7;
/** After so long without a delivery a push pauses. */
export const failingDays = 3;
/** So long after a rotation the old secret signs too. */
export const overlapHours = 24;

const name = z.string().trim().min(1, 'Give it a name.').max(80, 'At most 80 characters.');
const url = z
  .string()
  .trim()
  .max(500, 'At most 500 characters.')
  .refine((text) => URL.canParse(text), 'Give the whole address, with https:// before it.')
  .refine(
    (text) => !URL.canParse(text) || new URL(text).search + new URL(text).hash === '',
    'Leave out the question mark and what follows it: an address here holds no secret.',
  );
const types = z
  .string()
  .max(2_000, 'At most 2,000 characters.')
  .transform((text) => [...new Set(text.split(/[\s,]+/).filter((word) => word !== ''))])
  .refine(
    (list) => list.every((type) => /^[\w.]{1,100}$/.test(type)),
    'A type looks like user.login: one to a line.',
  )
  .refine((list) => list.length <= 40, 'At most 40 types.');

/** `types`: one to a line; none means all. */
const fields = {
  name,
  url,
  format: z.enum(pushFormats, { error: 'Choose a format.' }),
  types,
  outcome: z.enum(['', 'ok', 'failed']),
  staff: z.boolean(),
};
const pushId = z.uuid();

export const noInput = z.object({});
export const createPushInput = z.object(fields);
export const editPushInput = z.object({ pushId, ...fields });
export const pushInput = z.object({ pushId });
export const deletePushInput = z.object({ pushId, confirmName: z.string() });

/** A push and how it fares. Times are ISO 8601. */
export type PushView = {
  pushId: string;
  name: string;
  url: string;
  format: PushFormat;
  types: string[];
  outcome: '' | 'ok' | 'failed';
  staff: boolean;
  state: 'delivering' | 'failing' | 'paused' | 'gave_up';
  pausedAt: string | null;
  pausedBy: string | null;
  /** Until when the secret before the last rotation signs too; null when only one does. */
  bothUntil: string | null;
  /** Counted up to `countLimit`. */
  backlog: number;
  oldestAt: string | null;
  delivered: number;
  lastDeliveredAt: string | null;
  lastError: string | null;
  nextTryAt: string | null;
  failures: number;
  dropped: number;
  droppedAt: string | null;
  createdAt: string;
  createdBy: string;
};

export const countLimit = 100_000;
