import type { ReactNode } from 'react';

/** One line of a menu. Plain data, so that a server component can hand it over. */
export type MenuEntry = {
  label: string;
  icon?: ReactNode;
  /** Goes to a page. */
  href?: string;
  /** Opens a dialog of this page: `revoke:apit_1`. */
  dialog?: string;
  /** Copies this text. */
  copy?: string;
  /** Runs in the browser; from client components only. */
  onSelect?: () => void;
  /** Shows a tick: one of a set of choices. */
  checked?: boolean;
  danger?: boolean;
  /** A line above it. */
  separated?: boolean;
  /** A second, quiet line. */
  hint?: string;
};

/** Who or what a menu is about. */
export type MenuHeading = { title: string; detail: string };
