import { ProgressBar } from '@/components/ui/progress-bar';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Freshness } from '@/lib/features/palette/schema';
import { formatCount } from '@/lib/format';

/** How old the index is, and how far the walk that makes it young again. */
export function IndexAge({ freshness }: { freshness: Freshness }) {
  const { finishedAt, startedAt, done, total, step } = freshness;
  return (
    <div className="min-w-0 text-xs text-quiet">
      {finishedAt ? (
        <p>
          Whole index of <RelativeTime time={finishedAt} />
        </p>
      ) : (
        <p>The index is not whole yet: names that nobody has opened may be missing.</p>
      )}
      {startedAt ? (
        <>
          <p>
            {total > 0
              ? `Walking: ${step ?? 'starting'}, ${formatCount(done)} of ${formatCount(total)} customers`
              : 'A walk is about to start'}
          </p>
          <ProgressBar
            label="Walk through all customers"
            value={done}
            max={Math.max(1, total)}
            className="mt-1"
          />
        </>
      ) : null}
    </div>
  );
}
