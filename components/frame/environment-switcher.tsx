'use client';

import Link from 'next/link';
import { useSelectedLayoutSegment } from 'next/navigation';
import { type AreaLink, isWithin } from './areas';
import { EnvironmentChip } from './environment-chip';

type Props = { environment: string; isProduction: boolean; environments: string[]; areas: AreaLink[] };

/** The environment at hand as a chip; the others are links to the same area there. */
export function EnvironmentSwitcher({ environment, isProduction, environments, areas }: Props) {
  const segment = useSelectedLayoutSegment();
  const area = areas.find((candidate) => isWithin(candidate, segment)) ?? areas[0];
  // An id of one environment means nothing in another: the area's first page is the nearest place that exists.
  const hrefIn = (name: string) => area?.href.replace(/^\/[^/]+/, `/${name}`) ?? `/${name}`;
  return (
    <nav aria-label="Environment">
      <ul className="flex items-center gap-1 max-md:flex-wrap">
        {environments.map((name) => (
          <li key={name} aria-current={name === environment ? 'true' : undefined}>
            {name === environment ? (
              <EnvironmentChip environment={name} isProduction={isProduction} />
            ) : (
              <Link
                href={hrefIn(name)}
                prefetch={false}
                className="inline-flex h-6 items-center rounded-full px-2.5 text-table whitespace-nowrap text-quiet hover:bg-hover hover:text-text"
              >
                {name}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
