'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';

const patienceMs = 150;
const longestMs = 10_000;

/**
 * A line along the top while the next page is on its way. Pages have no loading skeletons: React holds back what
 * replaces one for 300 ms, which is longer than most pages take.
 */
export function NavigationProgress() {
  const address = `${usePathname()}?${useSearchParams()}`;
  const [waitingAt, setWaitingAt] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const begin = (event: MouseEvent) => {
      if (!leadsElsewhere(event)) return;
      clearTimeout(timer);
      timer = setTimeout(() => setWaitingAt(address), patienceMs);
    };
    document.addEventListener('click', begin);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', begin);
    };
  }, [address]);
  useEffect(() => {
    if (waitingAt === null) return;
    const timer = setTimeout(() => setWaitingAt(null), longestMs);
    return () => clearTimeout(timer);
  }, [waitingAt]);
  if (waitingAt !== address) return null;
  return (
    <div
      role="status"
      className="fixed inset-x-0 top-0 z-50 h-0.5 animate-pulse bg-accent motion-reduce:animate-none"
    >
      <span className="sr-only">Loading the next page</span>
    </div>
  );
}

/** True for a plain click on a link to another page of the console. */
function leadsElsewhere(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) return false;
  return (
    link.pathname !== location.pathname ||
    (link.search !== location.search && !link.search.includes('dialog='))
  );
}
