'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import * as DropdownMenu from 'radix-ui/dropdown-menu';
import { classNames } from './class-names';
import type { MenuEntry } from './menu-entry';

type Props = { entry: MenuEntry; onChoose: (entry: MenuEntry) => void };

/** One line of an open menu: a link, a choice with a tick, or an act. */
export function MenuItem({ entry, onChoose }: Props) {
  const style = classNames(
    'flex min-h-8 w-full items-center gap-2 rounded-sm px-2 py-1.5 text-table outline-none data-highlighted:bg-hover',
    entry.danger ? 'text-danger-text' : 'text-text',
  );
  const words = (
    <>
      {entry.icon ? (
        <span className="inline-flex size-4 items-center justify-center">{entry.icon}</span>
      ) : null}
      <span className="flex-1">
        {entry.label}
        {entry.hint ? <span className="block text-xs text-quiet">{entry.hint}</span> : null}
      </span>
    </>
  );
  if (entry.href) {
    return (
      <DropdownMenu.Item asChild className={style}>
        <Link href={entry.href} prefetch={false}>
          {words}
        </Link>
      </DropdownMenu.Item>
    );
  }
  if (entry.checked !== undefined) {
    return (
      <DropdownMenu.CheckboxItem
        checked={entry.checked}
        onSelect={() => onChoose(entry)}
        className={style}
        role="menuitemradio"
      >
        {words}
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden="true" size={14} />
        </DropdownMenu.ItemIndicator>
      </DropdownMenu.CheckboxItem>
    );
  }
  return (
    <DropdownMenu.Item onSelect={() => onChoose(entry)} className={style}>
      {words}
    </DropdownMenu.Item>
  );
}
