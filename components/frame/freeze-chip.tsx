'use client';

import { Snowflake } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { fetchQuery } from '@/components/live/fetch-query';
import type { FreezeView } from '@/lib/features/freeze/schema';

const everyMs = 60_000;

type Props = { environment: string; freeze: FreezeView | null };

/**
 * Says that the environment is frozen, and keeps looking: each minute while the tab is in view, and when it comes into
 * view again. What has changed is drawn by the server, notice and all.
 */
export function FreezeChip({ environment, freeze }: Props) {
  const router = useRouter();
  const shown = useRef('');
  shown.current = JSON.stringify(freeze);
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return;
      const result = await fetchQuery<FreezeView | null>('freeze.get', environment, {});
      if (result.ok && JSON.stringify(result.data) !== shown.current) router.refresh();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [environment, router]);
  return (
    <span role="status">
      {freeze ? (
        <span className="inline-flex h-7 items-center gap-1.5 rounded border border-warning-line bg-warning-soft px-2 text-table text-warning-text">
          <Snowflake aria-hidden="true" size={14} className="shrink-0" />
          <span className="max-wide:sr-only">Frozen</span>
        </span>
      ) : null}
    </span>
  );
}
