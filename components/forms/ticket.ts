const key = 'keydesk.ticket';
const shape = /^[\p{L}\p{N}#][\p{L}\p{N} #_./:-]{0,63}$/u;
const changed = 'keydesk:ticket';

/** The ticket that this tab works on: it rides on every write. Undefined where none is set. */
export function currentTicket(): string | undefined {
  try {
    return window.sessionStorage.getItem(key) ?? undefined;
  } catch {
    // Storage may be switched off: then there is none.
    return undefined;
  }
}

/** Sets or, with an empty text, clears the ticket of this tab. @returns false for what is no ticket */
export function setTicket(text: string): boolean {
  const ticket = text.trim();
  if (ticket !== '' && !shape.test(ticket)) return false;
  try {
    if (ticket === '') window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, ticket);
  } catch {
    return false;
  }
  window.dispatchEvent(new Event(changed));
  return true;
}

/** Calls back at every change in this tab. @returns how to stop */
export function onTicketChange(tell: () => void): () => void {
  window.addEventListener(changed, tell);
  return () => window.removeEventListener(changed, tell);
}
