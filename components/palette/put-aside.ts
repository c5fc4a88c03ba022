/** A text for the palette: typed, pasted (so it is whole), or typed and entered. */
export type PutAside = { text: string; how: 'typed' | 'pasted' | 'entered' };

const nothing: PutAside = { text: '', how: 'typed' };

// In this module alone, until the palette is there: it may be a secret.
let aside = nothing;

/** What was typed or pasted on the page, for the palette to begin with. */
export const readAside = () => aside;

/** Puts a text aside for the palette that is about to open; without one forgets it. */
export function putAside(text: PutAside = nothing): void {
  aside = text;
}

/**
 * Takes a key that is pressed while the palette is on its way, as its field would.
 * @returns false for a key that writes nothing
 */
export function typeAhead(key: string): boolean {
  const { text, how } = aside;
  if (how === 'entered') return true;
  if (key === 'Enter') aside = { text, how: text === '' ? 'typed' : 'entered' };
  else if (key === 'Backspace') aside = { text: text.slice(0, -1), how: 'typed' };
  else if ([...key].length === 1) aside = { text: text + key, how: 'typed' };
  else return false;
  return true;
}
