/** A row or column that is drawn, or the room of those between that are not. */
export type Slot = { kind: 'item'; index: number } | { kind: 'gap'; size: number; before: number };

type Item = { index: number; start: number; end: number };

/**
 * Lays out what a virtualizer draws, gaps included: the one that has focus is drawn wherever one has scrolled to.
 * @param begin pixels before the first item
 * @param end pixels after which nothing comes
 */
export function layOut(items: readonly Item[], begin: number, end: number): Slot[] {
  const slots: Slot[] = [];
  let at = begin;
  for (const { index, start, end: itemEnd } of items) {
    if (start > at) slots.push({ kind: 'gap', size: start - at, before: index });
    slots.push({ kind: 'item', index });
    at = itemEnd;
  }
  if (end > at) slots.push({ kind: 'gap', size: end - at, before: -1 });
  return slots;
}
