'use client';

import { useSearchParams } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';
import { openDialog, preloadDialog } from './dialog-store';
import { withDialog } from './dialog-url';

type Props = Omit<ComponentProps<'a'>, 'href'> & {
  /** The dialog's name, with what it is about after a colon: `create`, `revoke:apit_1`. */
  dialog: string;
  /** A button's look; without it the link keeps the look of its class. */
  variant?: ButtonVariant;
  size?: ButtonSize;
};

/** Opens a dialog of this page. A real link: it can be copied, opened in a tab, and works before hydration. */
export function DialogLink({ dialog, variant, size = 'medium', className, ...rest }: Props) {
  const search = useSearchParams();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    openDialog(dialog);
  };
  return (
    <a
      href={withDialog(search, dialog)}
      className={variant ? buttonStyle(variant, size, className) : className}
      onPointerEnter={() => preloadDialog(dialog)}
      onFocus={() => preloadDialog(dialog)}
      onClick={open}
      {...rest}
    />
  );
}
