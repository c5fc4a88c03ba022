import { RelativeTime } from '@/components/ui/relative-time';
import type { Change } from '@/lib/features/doctor/evidence';
import { formatList, formatQuantity } from '@/lib/format';

const mostFields = 4;

/** An act, or a difference between two looks, as a line of a list. */
export function ChangeItem({ change }: { change: Change }) {
  const { action, who, at, since, outcome, fields = [] } = change;
  const rest = fields.length - mostFields;
  const named = [...fields.slice(0, mostFields), ...(rest > 0 ? [formatQuantity(rest, 'more field')] : [])];
  return (
    <li className="wrap-anywhere">
      <span aria-hidden="true">◆ </span>
      <code className="font-mono text-xs">{action}</code> by {who}{' '}
      {since ? (
        <>
          between <RelativeTime time={since} /> and{' '}
        </>
      ) : null}
      <RelativeTime time={at} />
      {named.length > 0 ? `: ${formatList(named)}` : ''}
      {outcome === 'unknown' ? ', outcome unknown' : ''}
    </li>
  );
}
