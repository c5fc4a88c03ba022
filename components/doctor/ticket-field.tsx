'use client';

import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { currentTicket, onTicketChange, setTicket } from '@/components/forms/ticket';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';

/** The ticket that this tab works on, set once: it rides on every write. */
export function TicketField() {
  const ticket = useSyncExternalStore(onTicketChange, currentTicket, () => undefined);
  const [problem, setProblem] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('ticket') ?? '');
    const taken = setTicket(text);
    setProblem(!taken);
    if (taken) announce(text.trim() === '' ? 'No ticket any more.' : `Ticket ${text.trim()} is set.`);
  };
  return (
    <form onSubmit={submit} noValidate className="mt-10 border-t border-line pt-4">
      <label htmlFor="tab-ticket" className="text-table font-medium">
        Ticket of this tab
      </label>
      <div className="mt-1 flex flex-wrap gap-2">
        <Input
          key={ticket}
          id="tab-ticket"
          name="ticket"
          defaultValue={ticket ?? ''}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          className="max-w-56"
          aria-describedby={`tab-ticket-help${problem ? ' tab-ticket-error' : ''}`}
          aria-invalid={problem ? true : undefined}
        />
        <Button type="submit">Set ticket</Button>
      </div>
      <p id="tab-ticket-help" className="measure mt-1 text-table text-quiet">
        Everything that you change in this tab is logged under it. A helpdesk macro can set it:
        /open?ticket=…&email=….
      </p>
      {problem ? (
        <p id="tab-ticket-error" role="alert" className="text-table text-danger-text">
          A ticket begins with a letter, a number or #, and has letters, numbers, spaces and # _ . / : - after
          it.
        </p>
      ) : null}
    </form>
  );
}
