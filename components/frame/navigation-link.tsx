'use client';

import Link from 'next/link';
import { useSelectedLayoutSegment } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Tooltip } from '@/components/ui/tooltip';
import { type AreaLink, isWithin } from './areas';

/** One area. Its words become a hint where only the icon has room. */
export function NavigationLink({ area, children }: { area: AreaLink; children: ReactNode }) {
  const current = isWithin(area, useSelectedLayoutSegment());
  return (
    <Tooltip text={area.label} side="right" className="max-md:hidden wide:hidden">
      <Link
        href={area.href}
        aria-current={current ? 'page' : undefined}
        onClick={closeSheet}
        className={classNames(
          'flex h-8 flex-1 items-center gap-2.5 rounded px-2.5 transition-colors duration-120 max-md:h-10 md:max-wide:justify-center md:max-wide:px-0',
          current
            ? 'bg-accent-soft font-medium text-accent-text'
            : 'text-quiet hover:bg-hover hover:text-text',
        )}
      >
        {children}
        <span className="md:max-wide:sr-only">{area.label}</span>
      </Link>
    </Tooltip>
  );
}

function closeSheet() {
  const sheet = document.getElementById('navigation');
  if (sheet?.matches(':popover-open')) sheet.hidePopover();
}
