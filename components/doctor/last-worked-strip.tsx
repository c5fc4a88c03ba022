import { RelativeTime } from '@/components/ui/relative-time';
import type { LastWorked } from '@/lib/features/doctor/schema';
import { formatQuantity } from '@/lib/format';

const width = 640;
const edge = 12;

/** When it last worked, what changed since, and the first failure: a line of time, and the same in words. */
export function LastWorkedStrip({ strip }: { strip: LastWorked }) {
  const { lastGood, firstFailure, changes, gaps, now } = strip;
  const marks = [
    ...(lastGood ? [{ at: lastGood.at, kind: 'good' as const }] : []),
    ...(changes ?? []).map(({ at }) => ({ at, kind: 'change' as const })),
    ...(firstFailure ? [{ at: firstFailure.at, kind: 'failure' as const }] : []),
  ];
  const from = Math.min(...marks.map(({ at }) => Date.parse(at)), Date.parse(now) - 1);
  const place = (at: string) =>
    edge + ((Date.parse(at) - from) / (Date.parse(now) - from)) * (width - 2 * edge);
  const picture = `${lastGood ? 'A good sign-in' : 'No good sign-in'}, then ${formatQuantity(changes?.length ?? 0, 'change')}, then ${firstFailure ? 'a failure' : 'no failure'}.`;
  return (
    <div className="flex flex-col gap-3">
      {marks.length > 0 ? (
        <svg role="img" aria-label={picture} viewBox={`0 0 ${width} 32`} className="w-full max-w-160">
          <line x1={edge} x2={width - edge} y1="16" y2="16" className="stroke-line-strong" strokeWidth="2" />
          {marks.map(({ at, kind }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity of their own, and never move
            <Mark key={index} x={place(at)} kind={kind} />
          ))}
        </svg>
      ) : null}
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
        {changes?.map(({ id, at, who, action, outcome }) => (
          <li key={id}>
            <span aria-hidden="true">◆ </span>
            <code className="font-mono text-xs">{action}</code> by {who} <RelativeTime time={at} />
            {outcome === 'unknown' ? ', outcome unknown' : ''}
          </li>
        ))}
        {changes?.length === 0 ? (
          <li className="text-quiet">No change by staff on record in between.</li>
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
            'No failure since.'
          )}
        </li>
        {gaps.map((gap) => (
          <li key={gap} className="text-quiet">
            {gap}
          </li>
        ))}
      </ol>
      <p className="measure text-table text-quiet">
        Changes are those of our own staff and of customers on their own page. What was changed in Scalekit’s
        dashboard or at the identity provider stands nowhere here.
      </p>
    </div>
  );
}

function Mark({ x, kind }: { x: number; kind: 'good' | 'change' | 'failure' }) {
  if (kind === 'good') return <circle cx={x} cy="16" r="7" className="fill-success-text" />;
  if (kind === 'change')
    return (
      <rect
        x={x - 5}
        y="11"
        width="10"
        height="10"
        transform={`rotate(45 ${x} 16)`}
        className="fill-accent"
      />
    );
  return (
    <path
      d={`M${x - 6} 10 L${x + 6} 22 M${x + 6} 10 L${x - 6} 22`}
      className="stroke-danger-text"
      strokeWidth="3"
      fill="none"
    />
  );
}
