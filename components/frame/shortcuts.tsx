'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { putAside, typeAhead } from '@/components/palette/put-aside';
import { closeDialog, dialogOnItsWay, openDialog } from '@/components/ui/dialog-store';
import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { AreaLink } from './areas';
import { readShortcut, type Shortcut } from './shortcut-keys';
import { hasSingleKeys } from './single-keys';

const ShortcutSheet = lazyDialog<{ areas: AreaLink[] }>('shortcuts', () => import('./shortcut-sheet'));
const waitMs = 1500;

/** Listens for the keys that work on every page, and holds the sheet that lists them. */
export function Shortcuts({ areas }: { areas: AreaLink[] }) {
  const router = useRouter();
  useEffect(() => {
    let pressedG = 0;
    const perform = (shortcut: Shortcut) => {
      const area = shortcut.act === 'go' ? areas.find(({ letter }) => letter === shortcut.letter) : null;
      if (area) router.push(area.href);
      if (shortcut.act === 'sheet') openDialog('shortcuts');
      if (shortcut.act === 'find') find();
      if (shortcut.act === 'row') moveRow(shortcut.step);
      if (shortcut.act === 'press') press(shortcut.what);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isBusy(event)) return;
      const { key, ctrlKey: ctrl, metaKey: meta, altKey: alt } = event;
      const coming = dialogOnItsWay();
      if (coming !== null) return pressEarly(event, coming);
      const afterG = event.timeStamp - pressedG < waitMs;
      const shortcut = readShortcut({ key, ctrl, meta, alt }, pressedG > 0 && afterG, hasSingleKeys());
      pressedG = shortcut?.act === 'wait' ? event.timeStamp : 0;
      if (!shortcut) return;
      event.preventDefault();
      perform(shortcut);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [areas, router]);
  return <ShortcutSheet areas={areas} />;
}

function find() {
  putAside();
  openDialog('find');
}

/**
 * A key before the dialog is there: none acts on the page beneath it, and what somebody types after the palette's own key
 * is for its field.
 */
function pressEarly(event: KeyboardEvent, coming: string) {
  const { key, ctrlKey: ctrl, metaKey: meta, altKey: alt } = event;
  if (key === 'Escape') {
    putAside();
    closeDialog();
  } else if (coming === 'find') {
    const isItsKey = readShortcut({ key, ctrl, meta, alt }, false, false) !== null;
    if (isItsKey || (!ctrl && !meta && !alt && typeAhead(key))) event.preventDefault();
  }
}

/** True while keys belong to something else: a field, an open dialog or menu. */
function isBusy(event: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]')) return true;
  const { target } = event;
  const inField =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  return inField && !(event.ctrlKey || event.metaKey);
}

/** Moves the focus among the links of the rows; from anywhere else it goes to the first. */
function moveRow(step: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
  const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
  const next = at === -1 ? links[0] : links[at + step];
  next?.focus();
}

/** Presses what the page marks with `data-shortcut="create"`, if the person may do it here. */
function press(what: 'create' | 'edit') {
  document.querySelector<HTMLElement>(`main [data-shortcut="${what}"]`)?.click();
}
