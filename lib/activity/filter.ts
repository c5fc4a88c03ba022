import { z } from 'zod';

/** Where a row comes from. `staff`: what our own people did, from the staff log. */
export const activityStreams = ['event', 'login', 'change', 'staff'] as const;
export type ActivityStreamName = (typeof activityStreams)[number];

export const activityOutcomes = ['ok', 'failed', 'pending', 'unknown', 'denied', 'notice'] as const;
export const activitySources = ['scalekit', 'directory', 'login_log', 'snapshot', 'staff'] as const;
export const activityPeriods = { hour: 1, day: 24, week: 168, month: 720, quarter: 2160 } as const;

/** Rows are looked up type by type, so that each is a walk of one index. */
export const typeLimit = 8;

const word = z.string().trim().max(320).default('').catch('');
const time = z.iso
  .datetime({ offset: true, local: true })
  .or(z.iso.date())
  .or(z.literal(''))
  .default('')
  .catch('');
const oneOf = <Word extends string>(words: readonly [Word, ...Word[]]) =>
  z.enum(words).or(z.literal('')).default('').catch('');

/**
 * The filter as its parameters stand in the address: an empty one does not filter, one that makes no sense is left out.
 * `since` is included, `until` is not; a time without a zone is UTC. `type` may name several, with commas between.
 */
export const activityFilter = z.object({
  period: oneOf(Object.keys(activityPeriods) as [keyof typeof activityPeriods]),
  since: time,
  until: time,
  type: word,
  actor: word,
  target: word,
  organization: word,
  user: word,
  connection: word,
  outcome: oneOf(activityOutcomes),
  source: oneOf(activitySources),
  text: z.string().trim().max(200).default('').catch(''),
});

export type ActivityFilter = z.output<typeof activityFilter>;
export type FilterKey = keyof ActivityFilter;

export const filterKeys = Object.keys(activityFilter.shape) as FilterKey[];
export const emptyFilter: ActivityFilter = activityFilter.parse({});

/** True when nothing is filtered. */
export function isEmptyFilter(filter: ActivityFilter): boolean {
  return filterKeys.every((key) => filter[key] === '');
}

/** The types that a filter names, each once, at most `typeLimit`. */
export function typesOf({ type }: Pick<ActivityFilter, 'type'>): string[] {
  const named = type.split(',').map((one) => one.trim());
  return [...new Set(named)].filter((one) => one !== '').slice(0, typeLimit);
}

const hourMs = 60 * 60_000;

/** The times that a filter stands for, ISO 8601; null where it is open. A period counts from now. */
export function timesOf(
  { period, since, until }: Pick<ActivityFilter, 'period' | 'since' | 'until'>,
  now = Date.now(),
): { from: string | null; to: string | null } {
  if (period) return { from: new Date(now - activityPeriods[period] * hourMs).toISOString(), to: null };
  return { from: utc(since), to: utc(until) };
}

function utc(time: string): string | null {
  if (time === '') return null;
  const zoned = /([zZ]|[+-]\d\d:?\d\d)$/.test(time) || !time.includes('T') ? time : `${time}Z`;
  return new Date(zoned).toISOString();
}
