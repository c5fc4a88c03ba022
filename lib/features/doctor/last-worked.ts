import type { Attempt, Change } from './evidence';
import { changeDays, type LastWorked } from './schema';

const mostChanges = 12;

type Log = {
  rows: Attempt[];
  /** False: there are older lines than were read. */
  complete: boolean;
  /** True: older lines come from our copy, so that the first failure after a good sign-in is the true one. */
  joined: boolean;
  from: string;
};

/** Null: of any. */
type Place = { organizationId: string | null; connectionId: string | null };

type Asked = {
  now: string;
  place: Place;
  /** Newest first; null: not this person's to see. */
  changes: Change[] | null;
  /** What of the changes was not read. */
  changeGaps: string[];
};

/**
 * When it last worked at one customer’s connection, what was changed between that and the first failure after it, and
 * since. Of more changes than fit, those after the failure go first, then the latest of those in between.
 */
export function lastWorkedOf(log: Log, { now, place, changes, changeGaps }: Asked): LastWorked {
  const rows = log.rows.filter((row) => isAt(row, place));
  const lastGood = rows.find(({ status }) => status === 'success') ?? null;
  const failed = rows.filter(({ status, at }) => status === 'failed' && (!lastGood || at > lastGood.at));
  const firstFailure = failed.at(-1) ?? null;
  const theirs = changes?.filter((one) => one.outcome !== 'failed' && isOf(one, place)).toReversed() ?? [];
  const from = lastGood?.at ?? '';
  const until = firstFailure?.at ?? (lastGood ? now : '');
  const begin = ({ since, at }: Change) => since ?? at;
  const between = theirs.filter((one) => one.at > from && begin(one) <= until);
  const after = firstFailure ? theirs.filter((one) => begin(one) > until) : [];
  // Without a good sign-in the likeliest are those shortly before the failure.
  const shown = lastGood ? between.slice(0, mostChanges) : between.slice(-mostChanges);
  const shownAfter = after.slice(0, mostChanges - shown.length);
  const isOlder = from < new Date(Date.parse(now) - changeDays * 86_400_000).toISOString();
  return {
    ...{ now, lastGood, firstFailure, from: log.from },
    changes: changes && shown,
    changesAfter: shownAfter,
    more: { between: between.length - shown.length, after: after.length - shownAfter.length },
    gaps: [
      ...(log.complete || (log.joined && lastGood) ? [] : [gapOfLog(log)]),
      ...(changes && isOlder
        ? [`Changes are looked up for ${changeDays} days: earlier ones are not shown.`]
        : []),
      ...changeGaps,
      ...(changes ? [] : ['Changes by staff are not shown to your role.']),
    ],
  };
}

const gapOfLog = ({ joined }: Log) =>
  joined
    ? 'There are older lines than our copy of the log holds: an earlier good sign-in may stand there.'
    : 'The log holds older lines than were read: an earlier good sign-in, or failure, may stand there.';

/** A failure may have ended before its connection was known; a good one names it. */
function isAt({ status, organizationId, connectionIds }: Attempt, place: Place): boolean {
  const fits = (wanted: string | null, named: string[]) =>
    !wanted || named.includes(wanted) || (status !== 'success' && named.length === 0);
  return (
    fits(place.organizationId, organizationId ? [organizationId] : []) &&
    fits(place.connectionId, connectionIds)
  );
}

/** Acts on another connection of the customer do not count. */
const isOf = ({ action, targetId }: Change, { connectionId }: Place) =>
  !connectionId || !action.startsWith('connection.') || targetId === connectionId;
