import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { Fragment } from 'react';
import { expiringNouns, type KindCount, soonDays } from '@/lib/features/expiry/schema';
import { formatCount, formatQuantity } from '@/lib/format';
import { paths, withSearch } from '@/lib/paths';

/** How much has run out, in one line: it must not take the place of what still can be helped. */
export function PastExpired({ environment, past }: { environment: string; past: number }) {
  if (past === 0) return null;
  return (
    <p className="mb-2 flex items-center gap-1.5 text-table">
      <TriangleAlert aria-hidden="true" size={14} className="shrink-0 text-danger-text" />
      <Link
        prefetch={false}
        className="text-link"
        href={withSearch(paths.expiry(environment), { when: 'past' })}
      >
        {formatCount(past)} {past === 1 ? 'has' : 'have'} already run out
      </Link>
    </p>
  );
}

/** What the desk has no room for, each kind with its way there. */
export function MoreExpires({ environment, more }: { environment: string; more: KindCount[] }) {
  if (more.length === 0) return null;
  const all = more.reduce((sum, { count }) => sum + count, 0);
  return (
    <p className="mt-2 text-table text-quiet">
      And {formatCount(all)} more:{' '}
      {more.map(({ kind, count }, index) => (
        <Fragment key={kind}>
          {index > 0 ? ', ' : ''}
          <Link
            prefetch={false}
            className="text-link"
            href={withSearch(paths.expiry(environment), { within: soonDays, kind })}
          >
            {formatQuantity(count, expiringNouns[kind])}
          </Link>
        </Fragment>
      ))}
      .
    </p>
  );
}
