'use client';

import { type RefObject, useEffect } from 'react';

const question = 'Leave without saving? What you typed is kept in this tab.';

/** Asks before a link, a reload or a closed tab takes unsaved text away, unless `leaving` says it is wanted. */
export function useLeaveGuard(dirty: boolean, leaving: RefObject<boolean>): void {
  useEffect(() => {
    if (!dirty) return;
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!leaving.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || !leavesPage(link, event)) return;
      if (window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [dirty, leaving]);
}

/** Links within Next change the page without unloading it; other tabs and other sites are not our matter here. */
function leavesPage(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const opensElsewhere = link.target === '_blank' || event.metaKey || event.ctrlKey || event.shiftKey;
  // A link that takes what was typed along in its address loses nothing.
  const takesAlong = link.dataset.takesTextAlong !== undefined;
  return (
    !opensElsewhere && !takesAlong && link.origin === location.origin && link.pathname !== location.pathname
  );
}
