import { formatExactTime, formatRelativeTime } from '@/lib/format';

type Props = {
  /** ISO 8601; null where the API does not say. */
  time: string | null;
  /** Words for null: "never", "not known". */
  missing?: string;
};

/**
 * `3 minutes ago`, with the exact time and zone as its title. Rendered on the server, so hydration has nothing to
 * disagree about; `LiveTimes` keeps it right while the page stays open.
 */
export function RelativeTime({ time, missing = 'not known' }: Props) {
  if (time === null) return <span className="text-quiet">{missing}</span>;
  return (
    <time
      dateTime={time}
      title={formatExactTime(time)}
      data-relative=""
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {formatRelativeTime(time)}
    </time>
  );
}
