import { z } from 'zod';
import type { Hit } from '@/lib/find-kinds';
import { longestPaste } from '@/lib/paste';
import { organizationId } from '@/lib/scalekit-ids';

/** `as`: what looks like a secret is an external id, so says the person. */
export const paletteInput = z.object({
  text: z.string().trim().min(1).max(longestPaste),
  as: z.literal('words').optional(),
});
export type PaletteInput = z.output<typeof paletteInput>;

export const noInput = z.object({});

export const pinInput = z.object({ organizationId });

export const pinnedAtMost = 30;
export const recentAtMost = 20;
export const hitsAtMost = 20;

/** A customer that one looked at or pinned. */
export type Mark = { organizationId: string; title: string };

/** A page of the console, or a form on one, that this person may open here. */
export type PalettePage = { label: string; href: string; words: string };

/** How the index stands. Times are ISO 8601; `finishedAt` is null before the first whole walk. */
export type Freshness = {
  finishedAt: string | null;
  startedAt: string | null;
  /** Customers read so far, and in all, while a walk is on its way. */
  done: number;
  total: number;
  /** Which part it reads: `users`, `each customer`. */
  step: string | null;
  /** Why it waits. */
  problem: string | null;
  /** Kinds that the environment does not list, or refused. */
  skipped: string[];
  calls: number | null;
  seconds: number | null;
};

export type PaletteHome = {
  pages: PalettePage[];
  recent: Mark[];
  pinned: Mark[];
  freshness: Freshness;
  mayRevokeKeys: boolean;
};

/** `asked`: what was asked at Scalekit, in words; null where nothing was, and then `reason` says why, as a sentence. */
export type Asked = { hits: Hit[]; asked: string | null; reason: string | null };
