// In this module alone, from the paste until the palette is there: it may be a secret.
let pasted = '';

/** What was pasted on the page, for the palette to begin with; empty otherwise. */
export const readPasted = () => pasted;

/** Puts a text aside for the palette that is about to open; an empty one forgets it. */
export function keepPasted(text: string): void {
  pasted = text;
}
