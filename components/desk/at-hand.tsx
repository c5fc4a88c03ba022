import Link from 'next/link';
import type { Mark } from '@/lib/features/palette/schema';
import { paths } from '@/lib/paths';

type Props = { environment: string; pinned: Mark[]; recent: Mark[] };

const recentShown = 8;

/** The customers that one pinned, and those that one looked at last. */
export function AtHand({ environment, pinned, recent }: Props) {
  const rest = recent.filter((one) => !pinned.some((pin) => pin.organizationId === one.organizationId));
  return (
    <div className="flex flex-col gap-4">
      <Marks
        {...{ environment, title: 'Pinned', marks: pinned }}
        empty="Pin a customer on its page, and it stays here."
      />
      <Marks
        {...{ environment, title: 'Looked at last', marks: rest.slice(0, recentShown) }}
        empty="Nobody yet."
      />
    </div>
  );
}

type MarksProps = { environment: string; title: string; marks: Mark[]; empty: string };

function Marks({ environment, title, marks, empty }: MarksProps) {
  return (
    <div>
      <h3 className="text-table font-medium text-quiet">{title}</h3>
      {marks.length === 0 ? (
        <p className="mt-1 text-table text-quiet">{empty}</p>
      ) : (
        <ul className="mt-1 flex flex-col">
          {marks.map(({ organizationId, title: name }) => (
            <li key={organizationId}>
              <Link
                prefetch={false}
                className="block truncate py-1 text-link"
                href={paths.organization(environment, organizationId)}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
