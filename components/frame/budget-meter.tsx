import { ProgressBar } from '@/components/ui/progress-bar';
import { formatCount } from '@/lib/format';

export type Budget = {
  /** Calls of the last minute. */
  used: number;
  /** Calls a minute that Keydesk allows itself now. */
  limit: number;
  /** True while the limit is cut in half because Scalekit asked for a pause. */
  halved: boolean;
};

const nearlyUsed = 0.8;

/** How much of the shared API budget is spent, so that nobody wonders why a page waits. */
export function BudgetMeter({ used, limit, halved }: Budget) {
  const short = halved || used >= limit * nearlyUsed;
  const spent = formatCount(Math.round(used));
  const hint = halved
    ? `API budget: ${spent} of ${formatCount(limit)} calls this minute. Halved after Scalekit asked for a pause.`
    : `API budget: ${spent} of ${formatCount(limit)} calls this minute. Shared with your production traffic.`;
  return (
    <div title={hint} className="w-28 text-xs text-quiet">
      <p className="mb-0.5 flex justify-between">
        <span>{halved ? 'API, halved' : 'API'}</span>
        <span>
          {spent}/{formatCount(limit)}
        </span>
      </p>
      <ProgressBar label="API budget used" value={used} max={limit} tone={short ? 'warning' : 'accent'} />
    </div>
  );
}
