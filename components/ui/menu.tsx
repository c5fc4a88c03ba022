'use client';

import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { copyText } from './copy-text';
import { openDialog, preloadDialog } from './dialog-store';
import type { MenuEntry, MenuHeading } from './menu-entry';

const loadBody = () => import('./menu-body');
const MenuBody = lazy(loadBody);

type Props = {
  /** What the menu is for: "Actions for Acme Corp". */
  label: string;
  entries: MenuEntry[];
  /** What the trigger shows. */
  children: ReactNode;
  /** The trigger's look. */
  className: string;
  /** Words above the entries. */
  heading?: MenuHeading;
};

/**
 * A button with a menu. The button is all that loads with the page: radix follows when a pointer or the focus
 * reaches it, so that lists with a menu in every row stay light.
 */
export function Menu({ label, entries, children, className, heading }: Props) {
  const [open, setOpen] = useState<false | 'keyboard' | 'pointer'>(false);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = useRef<MenuEntry | null>(null);
  const id = useId();
  const preload = () => {
    void loadBody();
    for (const entry of entries) if (entry.dialog) preloadDialog(entry.dialog);
  };
  const finish = (keepFocus: boolean) => {
    if (!keepFocus) button.current?.focus();
    const entry = chosen.current;
    chosen.current = null;
    if (entry?.dialog) openDialog(entry.dialog);
    if (entry?.copy) void copyText(entry.copy);
    entry?.onSelect?.();
  };
  return (
    <span className="relative inline-flex">
      <button
        ref={button}
        id={id}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open !== false}
        title={label}
        className={className}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={(event) => setOpen(open ? false : event.detail === 0 ? 'keyboard' : 'pointer')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen('keyboard');
        }}
      >
        {children}
      </button>
      {open ? (
        <Suspense fallback={null}>
          <MenuBody
            entries={entries}
            heading={heading}
            labelledBy={id}
            trigger={button}
            focusFirst={open === 'keyboard'}
            onChoose={(entry) => {
              chosen.current = entry;
            }}
            onClose={() => setOpen(false)}
            onClosed={finish}
          />
        </Suspense>
      ) : null}
    </span>
  );
}
