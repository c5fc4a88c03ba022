'use client';

import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { fetchQuery } from '@/components/live/fetch-query';
import type { WatchNews as News } from '@/lib/features/sign-in-watches/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';

const everyMs = 60_000;

/** Tells of watched sign-ins that have worked. Asks again each minute while a watch is open and the tab is in view. */
export function WatchNews({ environment, initial }: { environment: string; initial: News }) {
  const [news, setNews] = useState(initial);
  useEffect(() => setNews(initial), [initial]);
  const isOpen = news.open > 0;
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const result = await fetchQuery<News>('doctor.watchNews', environment, {});
      if (result.ok) setNews(result.data);
    }, everyMs);
    return () => clearInterval(timer);
  }, [environment, isOpen]);
  const count = news.seen.length;
  return (
    <span role="status">
      {count > 0 ? (
        <Link
          prefetch={false}
          href={paths.watches(environment)}
          className="inline-flex h-7 items-center gap-1.5 rounded border border-success-line bg-success-soft px-2 text-table text-success-text"
        >
          <CircleCheck aria-hidden="true" size={14} className="shrink-0" />
          <span className="max-md:sr-only">
            {formatQuantity(count, 'watched sign-in works', 'watched sign-ins work')}
          </span>
          <span aria-hidden="true" className="md:hidden">
            {count}
          </span>
        </Link>
      ) : null}
    </span>
  );
}
