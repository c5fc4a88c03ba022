'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { currentTicket, onTicketChange, setTicket } from '@/components/forms/ticket';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/**
 * Sets the ticket that came in the address for this tab, and takes it out of the address. Where the tab works on another
 * one it asks: a link that somebody sent must not have writes logged under a ticket that is not theirs.
 */
export function TakeTicket({ ticket }: { ticket: string }) {
  const current = useSyncExternalStore(onTicketChange, currentTicket, () => undefined);
  const [state, setState] = useState<'set' | 'asks' | 'answered'>('set');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const held = currentTicket();
    if (held && held !== ticket) setState('asks');
    else setTicket(ticket);
    const url = new URL(window.location.href);
    url.searchParams.delete('ticket');
    window.history.replaceState(window.history.state, '', url);
  }, [ticket]);
  if (state === 'set' || !current) return null;
  const answer = (chosen: string) => {
    setTicket(chosen);
    setState('answered');
    // The button that had the focus goes.
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1} className="mb-5">
      {state === 'answered' ? (
        <Notice tone="info" live title={`This tab works on ${current}.`} />
      ) : (
        <Notice tone="warning" live title={`This tab works on ${current}, and the link names ${ticket}`}>
          <p>What you change here goes on being logged under {current} unless you switch.</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button onClick={() => answer(ticket)}>Switch to {ticket}</Button>
            <Button onClick={() => answer(current)}>Keep {current}</Button>
          </div>
        </Notice>
      )}
    </div>
  );
}
