import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import type { Tone } from '@/components/ui/tone';
import { formatExactTime, formatQuantity } from '@/lib/format';

const dayMs = 86_400_000;

/** `12 days`, in the tone of how near that is, or since when it has run out. */
export function DaysLeft({ time, now }: { time: string; now: number }) {
  const left = Date.parse(time) - now;
  return left < 0 ? (
    <span className="inline-flex gap-1 align-middle">
      <Status tone="danger">Ran out</Status> <RelativeTime time={time} />
    </span>
  ) : (
    <Status tone={toneOf(left)}>{formatQuantity(Math.floor(left / dayMs), 'day')}</Status>
  );
}

/** `29 Nov 2026`; the time of day stands in the title. */
export function DateLeft({ time }: { time: string }) {
  return (
    <time dateTime={time} title={formatExactTime(time)}>
      {formatExactTime(time).split(',')[0]}
    </time>
  );
}

function toneOf(left: number): Tone {
  if (left < 7 * dayMs) return 'danger';
  return left < 30 * dayMs ? 'warning' : 'neutral';
}
