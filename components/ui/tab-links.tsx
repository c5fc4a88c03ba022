'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from './class-names';

export type TabLink = { href: string; label: string };

/** Tabs that are links: each tab is a page of its own, with its own address. The first is the index page. */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0">
      <ul className="flex gap-5 border-b border-line">
        {tabs.map((tab) => {
          const current = pathname === tab.href;
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                prefetch={false}
                aria-current={current ? 'page' : undefined}
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
