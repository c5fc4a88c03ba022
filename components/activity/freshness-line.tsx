import { RelativeTime } from '@/components/ui/relative-time';
import type { ActivityFreshness, StreamReading } from '@/lib/features/activity/schema';

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
        {freshness === null ? 'How old this is could not be read. ' : <Age freshness={freshness} />}
        <span className="underline">What is missing here</span>
      </summary>
      <ul className="measure mt-2 list-disc pl-5">
        <li>
          Scalekit’s events do not say who did something. Where our own staff did it here, the staff log
          knows.
        </li>
        <li>
          Scalekit sends nothing when a connection, an API key, an API client or a custom provider is edited.
          Keydesk finds such a change by looking twice, so its time is an interval: the environment’s own
          providers, app connections and roles are looked at once in each walk over all customers.
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

/** A quiet environment is as fresh as a busy one: what counts is when it was looked. */
function Age({ freshness: { events, logins, receivedAt } }: { freshness: ActivityFreshness }) {
  return (
    <>
      Events <Reading reading={events} />; sign-ins <Reading reading={logins} />.{' '}
      {receivedAt === null ? (
        'Nothing has come in from Scalekit yet. '
      ) : (
        <>
          The newest row came in <RelativeTime time={receivedAt} />.{' '}
        </>
      )}
    </>
  );
}

const troubles = {
  waiting: 'wait for the rate limit',
  refused: 'are refused by Scalekit, so only webhooks bring them',
  failed: 'cannot be read',
};

function Reading({ reading: { readAt, trouble } }: { reading: StreamReading }) {
  if (trouble === null && readAt === null) return 'not read yet';
  const read = readAt === null ? null : <RelativeTime time={readAt} />;
  if (trouble === null) return <>read {read}</>;
  return (
    <span className="text-warning-text">
      {troubles[trouble]}
      {read ? <> (last read {read})</> : null}
    </span>
  );
}
