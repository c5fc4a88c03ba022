'use client';

import { Snowflake } from 'lucide-react';
import { useFreeze, useFreezeWatch } from '@/components/freeze/freeze-store';
import type { FreezeView } from '@/lib/features/freeze/schema';

type Props = { environment: string; drawn: FreezeView | null };

/** Says that the environment is frozen, and keeps looking whether it still is. */
export function FreezeChip({ environment, drawn }: Props) {
  useFreezeWatch(environment);
  const freeze = useFreeze(environment, drawn);
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
