'use client';

import { Ticket, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { currentTicket, onTicketChange, setTicket } from '@/components/forms/ticket';
import { announce } from '@/components/ui/announce';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';

/** The ticket that this tab's writes carry, and the way to let go of it. */
export function TicketChip({ className }: { className?: string }) {
  const ticket = useSyncExternalStore(onTicketChange, currentTicket, () => undefined);
  if (!ticket) return null;
  return (
    <span
      title={`Everything that you change in this tab is logged under ${ticket}`}
      className={classNames(
        'inline-flex h-7 max-w-44 items-center gap-1 rounded border border-line pl-2 text-table',
        className,
      )}
    >
      <Ticket aria-hidden="true" size={14} className="shrink-0 text-quiet" />
      <span className="sr-only">Ticket of this tab:</span>
      <span className="truncate">{ticket}</span>
      <IconButton
        label={`Let go of ticket ${ticket}`}
        onClick={() => {
          setTicket('');
          announce('No ticket any more.');
        }}
      >
        <X aria-hidden="true" size={12} />
      </IconButton>
    </span>
  );
}
