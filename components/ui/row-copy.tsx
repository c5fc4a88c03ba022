'use client';

import { useEffect } from 'react';
import { copyText } from './copy-text';

const shownMs = 2000;

/** Makes every `RowId` copy. One of these for the whole console, instead of a client component for every row. */
export function RowCopy() {
  useEffect(() => {
    const copy = async (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest('button[data-copy]') : null;
      const id = button?.previousElementSibling?.textContent;
      if (!button || !id || !(await copyText(id))) return;
      button.setAttribute('data-copied', '');
      setTimeout(() => button.removeAttribute('data-copied'), shownMs);
    };
    document.addEventListener('click', copy);
    return () => document.removeEventListener('click', copy);
  }, []);
  return null;
}
