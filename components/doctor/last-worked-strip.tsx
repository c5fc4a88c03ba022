import { RelativeTime } from '@/components/ui/relative-time';
import type { LastWorked } from '@/lib/features/doctor/schema';
import { formatQuantity } from '@/lib/format';
import { ChangeItem } from './change-item';
import { LastWorkedPicture } from './last-worked-picture';

/** When it last worked, what changed in between, the first failure, and what changed since: a line of time, and words. */
export function LastWorkedStrip({ strip }: { strip: LastWorked }) {
  const { lastGood, firstFailure, changes, changesAfter, more, from, gaps } = strip;
  return (
    <div className="flex flex-col gap-3">
      <LastWorkedPicture strip={strip} />
      <ol className="flex flex-col gap-1.5 text-table">
        <li>
          {lastGood ? (
            <>
              <span aria-hidden="true">● </span>Last good sign-in <RelativeTime time={lastGood.at} />
              {lastGood.email ? `, ${lastGood.email}` : ''}
            </>
          ) : (
            'No good sign-in among the lines that were read.'
          )}
        </li>
        {!lastGood ? <More count={more.between} words="before these" /> : null}
        {changes?.map((change) => (
          <ChangeItem key={change.id} change={change} />
        ))}
        {lastGood ? <More count={more.between} words="in between" /> : null}
        {changes?.length === 0 ? (
          <li className="text-quiet">
            {lastGood ? 'No change on record in between.' : 'No change on record before it.'}
          </li>
        ) : null}
        <li>
          {firstFailure ? (
            <>
              <span aria-hidden="true">✕ </span>
              {lastGood ? 'First failure after it' : 'First failure that was read'}{' '}
              <RelativeTime time={firstFailure.at} />
              {firstFailure.email ? `, ${firstFailure.email}` : ''}
            </>
          ) : (
            `No failure${lastGood ? ' since' : ' either'}.`
          )}
        </li>
        {changesAfter.map((change) => (
          <ChangeItem key={change.id} change={change} />
        ))}
        <More count={more.after} words="after the failure" />
      </ol>
      {gaps.length > 0 ? (
        <ul className="measure flex list-disc flex-col gap-1 pl-4 text-table text-quiet">
          {gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      ) : null}
      <p className="measure text-table text-quiet">
        {from} Changes are acts in Keydesk, and differences between two looks at the configuration: those were
        made at Scalekit, at some time in between. What was changed at the identity provider stands nowhere
        here.
      </p>
    </div>
  );
}

function More({ count, words }: { count: number; words: string }) {
  return count > 0 ? (
    <li className="text-quiet">
      {formatQuantity(count, 'more change')} {words}.
    </li>
  ) : null;
}
