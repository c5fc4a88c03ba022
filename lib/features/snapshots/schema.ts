import { z } from 'zod';
import { organizationId } from '@/lib/scalekit-ids';

/** What has a history of changes. The names are those of the permissions. */
export const changingParts = [
  'organization',
  'connection',
  'domain',
  'directory',
  'organization_role',
  'api_client',
  'api_key',
  'connected_account',
] as const;
export type ChangingPart = (typeof changingParts)[number];

/** `id`: of one thing of that part; without it everything of the organization. */
export const changesInput = z.object({
  organizationId,
  about: z
    .object({ part: z.enum(changingParts), id: z.string().trim().min(1).max(200) })
    .nullable()
    .default(null),
});

/** A field that differs; null: was or is not there. A group of values is a certificate or a secret, told without its value. */
export type ChangedValue = string | boolean | string[] | Record<string, string | boolean | null> | null;
export type ChangedField = { path: string; before: ChangedValue; after: ChangedValue };

/** Who: a person of the staff by address, somebody of the staff whom this reader may not know, or nobody of ours. */
export type ChangeActor = { kind: 'person'; email: string } | { kind: 'staff' } | { kind: 'outside' };

/**
 * One change. Times are ISO 8601. `since`: it happened after this and not after `at`; null: at `at`.
 * An `act` is our own, and no difference was seen after it (yet).
 */
export type ChangeEntry = {
  id: string;
  kind: 'change' | 'act';
  verb: 'changed' | 'added' | 'removed' | null;
  part: ChangingPart;
  name: string;
  objectId: string;
  at: string;
  since: string | null;
  actor: ChangeActor;
  fields: ChangedField[];
  /** Of an act: the permission that was used, and how it ended. */
  action: string | null;
  outcome: 'ok' | 'unknown' | null;
};

/** What is known of one thing's history. `seen` null: it was never read, so nothing is known from before. */
export type ChangeHistory = {
  name: string | null;
  seen: { first: string; last: string; unchangedSince: string; isGone: boolean } | null;
  entries: ChangeEntry[];
  /** True when only the newest are told. */
  more: boolean;
};

export const changesShown = 50;

export const noInput = z.object({});

/** Where the walk over all organizations stands. Times are ISO 8601; `oldest` is the age of what is known least lately. */
export type WalkState = {
  /** Hours between two walks; 0: only when asked for. */
  everyHours: number;
  startedAt: string | null;
  finishedAt: string | null;
  isAsked: boolean;
  done: number;
  total: number;
  skipped: number;
  waitsUntil: string | null;
  notice: string | null;
  oldest: string | null;
  waiting: number;
};
