import { z } from 'zod';
import { activityFilter, activityStreams } from '@/lib/activity/filter';
import type { ActivityLine } from '@/lib/activity/line';
import { type Page, pageToken } from '@/lib/page';

export const activityPageSize = 50;

/** The filter as it stands in the address; `size` for a panel that shows the newest few. */
export const listActivityInput = activityFilter.extend({
  pageToken,
  size: z.number().int().min(1).max(activityPageSize).default(activityPageSize),
});

/**
 * A page of the timeline. `searchedTo`: a filter without an index looked no further back than this; the next page goes
 * on from there.
 */
export type ActivityPage = Page<ActivityLine> & { searchedTo: string | null };

export const activityEntryInput = z.object({
  stream: z.enum(activityStreams),
  id: z.string().min(1).max(200),
});

/** One row with its neighbours: the rows of the same target and stream before and after it. */
export type ActivityEntry = {
  line: ActivityLine;
  /** When the row came into the cache; null for the staff log, which is no cache. */
  receivedAt: string | null;
  previous: ActivityLine | null;
  next: ActivityLine | null;
  /** The event of the same object before it that its data can be compared with. */
  before: ActivityLine | null;
};

/** How long a bar of the chart is. */
export type VolumeUnit = 'five_minutes' | 'hour' | 'day';

/** How many rows fell into each stretch of time. `countedTo`: rows before this were too many to count. */
export type ActivityVolume = {
  unit: VolumeUnit;
  from: string;
  to: string;
  bars: VolumeBar[];
  countedTo: string | null;
};

/** `at`: the beginning of the stretch, UTC. */
export type VolumeBar = {
  at: string;
  total: number;
  failed: number;
  event: number;
  login: number;
  change: number;
  staff: number;
};

/**
 * How old the cache is: the newest row's own time, and when one came in last (null while it is empty), and how far the
 * reading of Scalekit's own lists is, which goes on where nothing happens too.
 */
export type ActivityFreshness = {
  newestAt: string | null;
  receivedAt: string | null;
  events: StreamReading;
  logins: StreamReading;
};

/** `readAt`: when it was last read to its end. `trouble`: why not since; null when all is well. */
export type StreamReading = { readAt: string | null; trouble: 'waiting' | 'refused' | 'failed' | null };

const name = z.string().trim().min(1, 'Give the view a name.').max(80, 'At most 80 characters.');
const viewId = z.uuid();

export const saveViewInput = z.object({
  name,
  filter: activityFilter,
  isDefault: z.boolean(),
});
export const viewInput = z.object({ viewId });
export const shareViewInput = z.object({ viewId, shared: z.boolean() });
export const defaultViewInput = z.object({ viewId: viewId.nullable() });

/** At most this many of one's own in an environment. */
export const viewLimit = 50;

/** A filter with a name. */
export type ActivityViewRow = {
  viewId: string;
  name: string;
  filter: z.output<typeof activityFilter>;
  shared: boolean;
  own: boolean;
  ownerEmail: string;
  isDefault: boolean;
};
