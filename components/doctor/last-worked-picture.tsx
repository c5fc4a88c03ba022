import type { LastWorked } from '@/lib/features/doctor/schema';
import { formatQuantity } from '@/lib/format';

const width = 640;
const edge = 12;

/** The good sign-in, the changes and the failure on a line of time that ends now. */
export function LastWorkedPicture({ strip }: { strip: LastWorked }) {
  const { lastGood, firstFailure, changes, changesAfter, now } = strip;
  const marks = [
    ...(lastGood ? [{ at: lastGood.at, kind: 'good' as const }] : []),
    ...[...(changes ?? []), ...changesAfter].map(({ at }) => ({ at, kind: 'change' as const })),
    ...(firstFailure ? [{ at: firstFailure.at, kind: 'failure' as const }] : []),
  ];
  if (marks.length === 0) return null;
  const from = Math.min(...marks.map(({ at }) => Date.parse(at)), Date.parse(now) - 1);
  const place = (at: string) =>
    edge + ((Date.parse(at) - from) / (Date.parse(now) - from)) * (width - 2 * edge);
  return (
    <svg role="img" aria-label={wordsOf(strip)} viewBox={`0 0 ${width} 32`} className="w-full max-w-160">
      <line x1={edge} x2={width - edge} y1="16" y2="16" className="stroke-line-strong" strokeWidth="2" />
      {marks.map(({ at, kind }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity of their own, and never move
        <Mark key={index} x={place(at)} kind={kind} />
      ))}
    </svg>
  );
}

function wordsOf({ lastGood, firstFailure, changes, changesAfter, more }: LastWorked): string {
  const between = changes && changes.length + more.between;
  const after = changesAfter.length + more.after;
  const parts = [
    lastGood ? 'A good sign-in' : 'No good sign-in that was read',
    between === null ? '' : formatQuantity(between, 'change'),
    firstFailure ? 'a failure' : 'no failure',
    after > 0 ? formatQuantity(after, 'change') : '',
  ];
  return `${parts.filter(Boolean).join(', then ')}.`;
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
