import { ProgressBar } from '@/components/ui/progress-bar';
import { RelativeTime } from '@/components/ui/relative-time';
import type { BudgetState } from '@/lib/features/environments/schema';
import { formatCount } from '@/lib/format';

/** The meter of the top bar with everything that is known of it. */
export function BudgetPanel({ budget }: { budget: BudgetState }) {
  const { used, limit, halvedUntil, lastLimitAt } = budget;
  return (
    <div>
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="font-medium">API budget</span>
        <span>
          {formatCount(Math.round(used))} of {formatCount(limit)} calls this minute
        </span>
      </p>
      <ProgressBar
        label="API budget used"
        value={used}
        max={limit}
        tone={halvedUntil ? 'warning' : 'accent'}
        className="my-2"
      />
      <p className="text-table text-quiet">
        {halvedUntil ? (
          <>
            Halved after Scalekit asked for a pause; whole again <RelativeTime time={halvedUntil} />.{' '}
          </>
        ) : null}
        Scalekit last asked for a pause: <RelativeTime time={lastLimitAt} missing="never" />. Jobs leave half
        of it to people.
      </p>
    </div>
  );
}
