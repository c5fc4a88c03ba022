'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { fetchQuery } from '@/components/live/fetch-query';
import type { FreezeView } from '@/lib/features/freeze/schema';

type Known = { environment: string; freeze: FreezeView | null };

/** A refused write says so on the window: whoever shows the state looks at once. */
const refusedEvent = 'keydesk:frozen';

let known: Known | null = null;
const listeners = new Set<() => void>();

function note(next: Known | null): void {
  known = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/**
 * The freeze as last heard of, `drawn` by the server until then. Nothing else of the page is drawn anew for it: a secret
 * that is shown once may stand there.
 */
export function useFreeze(environment: string, drawn: FreezeView | null): FreezeView | null {
  const heard = useSyncExternalStore(
    subscribe,
    () => known,
    () => null,
  );
  const drawnKey = JSON.stringify(drawn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server draws otherwise is newer than what was heard
  useEffect(() => note(null), [environment, drawnKey]);
  return heard?.environment === environment ? heard.freeze : drawn;
}

const everyMs = 60_000;

/** Keeps looking: each minute while the tab is in view, when it comes into view, and after a refusal. */
export function useFreezeWatch(environment: string): void {
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return;
      const result = await fetchQuery<FreezeView | null>('freeze.get', environment, {});
      if (result.ok) note({ environment, freeze: result.data });
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    window.addEventListener(refusedEvent, look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener(refusedEvent, look);
    };
  }, [environment]);
}

/** Tells those who show the state that a write was refused for it. */
export function tellOfFreeze(): void {
  window.dispatchEvent(new Event(refusedEvent));
}
