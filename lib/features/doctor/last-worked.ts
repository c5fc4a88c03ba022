import type { Attempt, Change } from './evidence';
import type { LastWorked } from './schema';

const mostChanges = 12;

/** When it last worked, what staff changed between that and the first failure after it, and since. */
export function lastWorkedOf(
  { rows, complete }: { rows: Attempt[]; complete: boolean },
  changes: Change[] | null,
  now: string,
): LastWorked {
  const lastGood = rows.find(({ status }) => status === 'success') ?? null;
  const failed = rows.filter(({ status, at }) => status === 'failed' && (!lastGood || at > lastGood.at));
  const since = lastGood?.at ?? failed.at(-1)?.at ?? '';
  const ours = changes?.filter(({ outcome }) => outcome !== 'failed') ?? null;
  const relevant = lastGood ? ours?.filter(({ at }) => at > since) : ours?.filter(({ at }) => at <= since);
  return {
    now,
    lastGood,
    firstFailure: failed.at(-1) ?? null,
    changes: relevant?.slice(0, mostChanges).toReversed() ?? null,
    gaps: [
      ...(complete
        ? []
        : ['The log holds older lines than were read: an earlier good sign-in may stand there.']),
      ...(changes ? [] : ['Changes by staff are not shown to your role.']),
    ],
  };
}
