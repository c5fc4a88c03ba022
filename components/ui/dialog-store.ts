'use client';

import { readDialogSubject, withDialog } from './dialog-url';

const loaders = new Map<string, () => Promise<unknown>>();
let opener: HTMLElement | null = null;
let asked = { dialog: '', at: 0 };
const longestWayMs = 5_000;

/** Makes a dialog's code loadable by name; `lazyDialog` calls it. Returns what undoes it. */
export function registerDialog(name: string, load: () => Promise<unknown>): () => void {
  loaders.set(name, load);
  return () => loaders.delete(name);
}

/** Starts to load the code of `create` or `revoke:apit_1`, as soon as someone seems to want it. */
export function preloadDialog(dialog: string): void {
  void loaders.get(dialog.split(':')[0] ?? '')?.();
}

/** Opens a dialog by putting its name into the address, without asking the server for the page again. */
export function openDialog(dialog: string): void {
  preloadDialog(dialog);
  opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  asked = { dialog, at: performance.now() };
  window.history.replaceState(null, '', `${location.pathname}${withDialog(location.search, dialog)}`);
}

/** The dialog that was asked for and is not there yet, since its code is still loading; null when there is none. */
export function dialogOnItsWay(): string | null {
  const { dialog, at } = asked;
  const isGivenUp =
    performance.now() - at > longestWayMs || readDialogSubject(location.search, dialog) === null;
  return dialog === '' || isGivenUp || document.querySelector('[role="dialog"]') ? null : dialog;
}

/** Takes the dialog out of the address, which closes it. */
export function closeDialog(): void {
  window.history.replaceState(null, '', `${location.pathname}${withDialog(location.search, null)}`);
}

/** Says where the focus goes when the dialog is gone, for one that no address opened. */
export function returnFocusTo(element: Element | null): void {
  opener = element instanceof HTMLElement ? element : null;
}

/** Puts the focus back where it was before the dialog, or on the page when that is gone. */
export function restoreFocus(): void {
  // One dialog has made way for the next, as a form does for the secret it made: the page's turn is later.
  if (document.querySelector('[role="dialog"]')) return;
  const target = opener?.isConnected ? opener : document.getElementById('main');
  target?.focus();
  opener = null;
}
