'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { classNames } from './class-names';

export type TabLink = {
  href: string;
  label: string;
  /** The first tab alone: its address has pages below it that are no tabs. */
  hasPagesBelow?: boolean;
};

/**
 * Tabs that are links: each tab is a page of its own, with its own address. The first is the index page; the pages below
 * any other belong to its tab.
 */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  // On a phone not all tabs fit: the one that is open is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which tab is current follows from the path
  useEffect(() => {
    const current = nav.current?.querySelector('[aria-current]');
    if (!nav.current || !current) return;
    const room = nav.current.getBoundingClientRect();
    const tab = current.getBoundingClientRect();
    if (tab.left < room.left || tab.right > room.right)
      nav.current.scrollLeft += tab.left - room.left - (room.width - tab.width) / 2;
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={label} className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0">
      <ul className="flex gap-x-5 border-b border-line md:flex-wrap">
        {tabs.map((tab, index) => {
          const here = pathname === tab.href;
          const isAbove = index > 0 || tab.hasPagesBelow;
          const current = here || (isAbove && pathname.startsWith(`${tab.href}/`));
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                prefetch={false}
                aria-current={here ? 'page' : current ? 'true' : undefined}
                className={classNames(
                  '-mb-px flex h-9 items-center border-b-2 whitespace-nowrap transition-colors duration-120',
                  current
                    ? 'border-accent font-medium text-text'
                    : 'border-transparent text-quiet hover:border-line-strong hover:text-text',
                )}
              >
                {tab.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
