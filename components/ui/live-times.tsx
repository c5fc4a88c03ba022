'use client';

import { useEffect } from 'react';
import { formatExactTime, formatRelativeTime } from '@/lib/format';

const everyMs = 30_000;

/**
 * Rewrites every `RelativeTime` on the page as time passes, and adds the reader's own zone to its title.
 * One of these for the whole console, instead of a client component for every row.
 */
export function LiveTimes() {
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const rewrite = () => {
      for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
        const text = element.firstChild;
        const words = formatRelativeTime(element.dateTime);
        if (text && text.nodeValue !== words) text.nodeValue = words;
        const exact = formatExactTime(element.dateTime);
        element.title =
          timeZone === 'UTC' ? exact : `${formatExactTime(element.dateTime, timeZone)}\n${exact}`;
      }
    };
    const timer = setInterval(rewrite, everyMs);
    document.addEventListener('visibilitychange', rewrite);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', rewrite);
    };
  }, []);
  return null;
}
