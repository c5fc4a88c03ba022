'use client';

import { useEffect } from 'react';
import { openDialog } from '@/components/ui/dialog-store';
import { longestPaste } from '@/lib/paste';
import { putAside } from './put-aside';

const taken = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]';

/** A paste that no field takes is looked up: the palette opens with it. */
export function PasteAnywhere() {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"], [role="menu"]')) return;
      if (event.target instanceof Element && event.target.closest(taken)) return;
      const text = event.clipboardData?.getData('text/plain').trim().replaceAll(/\s+/g, ' ') ?? '';
      if (text === '' || text.length > longestPaste) return;
      event.preventDefault();
      putAside({ text, how: 'pasted' });
      openDialog('find');
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
  return null;
}
