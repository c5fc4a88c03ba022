'use client';

import { useEffect } from 'react';
import { setTicket } from '@/components/forms/ticket';

/** Sets the ticket that came in the address for this tab, and takes it out of the address. */
export function TakeTicket({ ticket }: { ticket: string }) {
  useEffect(() => {
    setTicket(ticket);
    const url = new URL(window.location.href);
    url.searchParams.delete('ticket');
    window.history.replaceState(window.history.state, '', url);
  }, [ticket]);
  return null;
}
