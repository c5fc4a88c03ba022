import type { Row } from './rows';

/**
 * Remembers what a row was made into for as long as the row is there. Rows are never changed in place, so the same row
 * always makes the same message, and lists need not make it again.
 */
export function oncePerRow<R extends Row, Made>(make: (row: R) => Made): (row: R) => Made {
  const made = new WeakMap<R, Made>();
  return (row) => {
    const known = made.get(row);
    if (known !== undefined) return known;
    const fresh = make(row);
    made.set(row, fresh);
    return fresh;
  };
}
