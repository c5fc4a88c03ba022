import { RelativeTime } from '@/components/ui/relative-time';
import type { ActivityFreshness } from '@/lib/features/activity/schema';

type Props = {
  freshness: ActivityFreshness | null;
  /** Whether the person's role reads the staff log. */
  withStaff: boolean;
};

/** How old what is shown may be, and what it can never show. */
export function FreshnessLine({ freshness, withStaff }: Props) {
  return (
    <details className="mb-4 text-table text-quiet">
      <summary className="w-fit cursor-pointer rounded-sm hover:text-text">
        {freshness === null ? (
          'How old this is could not be read. '
        ) : freshness.receivedAt === null ? (
          'Nothing has come in from Scalekit yet. '
        ) : (
          <>
            The newest row came in <RelativeTime time={freshness.receivedAt} />.{' '}
          </>
        )}
        <span className="underline">What is missing here</span>
      </summary>
      <ul className="measure mt-2 list-disc pl-5">
        <li>
          Scalekit’s events do not say who did something. Where our own staff did it here, the staff log
          knows.
        </li>
        <li>
          Scalekit sends nothing when a connection, an API key, an API client or a custom provider is edited.
          Keydesk finds such a change by looking twice, so its time is an interval.
        </li>
        <li>
          An event holds what is new. What was before is known only where an older row of the same object is
          kept.
        </li>
        {withStaff ? null : <li>Your role does not read what our own staff did, nor who of them it was.</li>}
      </ul>
    </details>
  );
}
