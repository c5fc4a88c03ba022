import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import type { DomainMoveRow } from '@/lib/features/domains/schema';
import { paths, withSearch } from '@/lib/paths';

type Props = { environment: string; organizationId: string; moves: DomainMoveRow[] };

/** Moves that were begun from here: each leads to where it can go on, or go back. */
export function MoveList({ environment, organizationId, moves }: Props) {
  return (
    <section aria-labelledby="domain-moves" className="mt-6">
      <h3 id="domain-moves" className="text-sm font-semibold">
        Moved between customers
      </h3>
      <ul className="mt-2 flex flex-col gap-1 text-table">
        {moves.map(({ id, domain, direction, otherId, otherName, movedAt, movedByEmail }) => {
          const isOut = direction === 'out';
          const [holder, from] = isOut ? [otherId, organizationId] : [organizationId, otherId];
          return (
            <li key={id} className="wrap-anywhere">
              <Link
                href={withSearch(paths.moveDomain(environment, holder), { domain, from })}
                prefetch={false}
                className="text-link"
              >
                {domain}
              </Link>
              , taken {isOut ? 'from here for' : 'from'} <bdi>{otherName}</bdi>{' '}
              <RelativeTime time={movedAt} /> by {movedByEmail}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
