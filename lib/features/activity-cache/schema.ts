import { z } from 'zod';

/** The streams that Scalekit can be asked for; found changes have no such source. */
export const readStreams = ['event', 'login'] as const;
export type ReadStream = (typeof readStreams)[number];

export const noInput = z.object({});

/** `days`: how far back, at most as long as rows are kept. */
export const backfillInput = z.object({
  days: z.coerce
    .number({ error: 'Give a number of days.' })
    .int('Give whole days.')
    .min(1, 'Give one day at least.')
    .max(3650, 'Give 3,650 days at most.'),
});

/** `waiting`: goes on by itself. `refused`: Scalekit does not offer this to the environment; asked again each hour. */
export const syncStates = ['idle', 'running', 'waiting', 'refused', 'failed', 'done', 'stopped'] as const;
export type SyncState = (typeof syncStates)[number];

/** How far the reading of a stream is. Times are ISO 8601. */
export type SyncView = {
  state: SyncState;
  sentence: string | null;
  requestId: string | null;
  waitUntil: string | null;
  lastRunAt: string | null;
  lastOkAt: string | null;
  /** Of the pass under way or the last one. */
  rowsRead: number;
  rowsNew: number;
  /** How much of the window is read, from 0 to 1; null when no pass is under way. */
  progress: number | null;
};

export type BackfillView = SyncView & {
  days: number;
  startedAt: string | null;
  startedByEmail: string | null;
};

/** What the cache holds of one stream: of this environment, but for the size, which all environments share. */
export type StreamView = {
  stream: 'event' | 'login' | 'change';
  /** Counted up to `countLimit`. */
  rows: number;
  bytes: number;
  months: number;
  oldest: string | null;
  newest: string | null;
  /** Milliseconds from the newest row's time to its arrival here. */
  lagMs: number | null;
  keptDays: number;
  /** Null for changes: no call of Scalekit's brings them. */
  reconcile: SyncView | null;
  backfill: BackfillView | null;
};

export const countLimit = 1_000_000;

export type RefusalReason = 'signature' | 'time' | 'headers' | 'size' | 'shape' | 'no_secret';

/** How the environment's webhook endpoint fares. */
export type WebhookHealth = {
  /** What is to be registered at Scalekit. */
  url: string;
  /** Signing secrets in the settings: 0, 1, or 2 during a rotation. */
  secrets: number;
  lastDeliveryAt: string | null;
  /** Of the last 24 hours. */
  deliveries: number;
  /** Of those, how many came again. */
  repeats: number;
  refusals: { reason: RefusalReason; count: number; lastAt: string }[];
};

export type ActivityCacheView = { streams: StreamView[]; webhooks: WebhookHealth };

/** True while something moves by itself, so that looking again soon is worth it. */
export function isMoving({ streams }: ActivityCacheView): boolean {
  return streams.some(({ backfill }) => backfill?.state === 'running' || backfill?.state === 'waiting');
}
