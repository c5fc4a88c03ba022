'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { formatQuantity } from '@/lib/format';
import { useSelection } from './selection';

/** What can be done with the chosen rows. It stays in sight at the foot of the window. */
export function SelectionBar({ noun, children }: { noun: string; children: ReactNode }) {
  const { ids, set, all } = useSelection();
  return (
    <>
      <p role="status" className="sr-only">
        {ids.length > 0 ? `${formatQuantity(ids.length, noun)} chosen` : ''}
      </p>
      {ids.length === 0 ? null : (
        <section
          aria-label="Chosen rows"
          className="sticky bottom-3 z-2 mt-3 flex flex-wrap items-center gap-3 rounded border border-line-strong bg-raised px-3 py-2 shadow-md"
        >
          <span className="font-medium">{formatQuantity(ids.length, noun)} chosen</span>
          <span className="ml-auto flex flex-wrap gap-2">
            {children}
            <Button variant="ghost" onClick={() => set(all, false)}>
              Choose none
            </Button>
          </span>
        </section>
      )}
    </>
  );
}
