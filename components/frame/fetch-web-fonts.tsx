'use client';

import { useEffect } from 'react';
import { fetchWebFonts } from './web-fonts';

/** Fetches the web fonts for the pages to come, when this one has been painted and has nothing else to do. */
export function FetchWebFonts({ families }: { families: string[] }) {
  useEffect(() => {
    const fetchNow = () => void fetchWebFonts(families);
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(fetchNow, 1000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(fetchNow, { timeout: 5000 });
    return () => cancelIdleCallback(idle);
  }, [families]);
  return null;
}
