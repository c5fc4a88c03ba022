/** What every stored thing has. `createdAt` is in milliseconds and never changes: lists are ordered by it. */
export type Row = { id: string; createdAt: number };

/** Rows in order, as far as services need them: an array, or rows that are made when somebody looks at them. */
export interface Rows<R> extends Iterable<R> {
  readonly length: number;
  at(index: number): R | undefined;
  slice(start?: number, end?: number): R[];
  filter(test: (row: R) => unknown): R[];
  map<Made>(make: (row: R) => Made): Made[];
  flatMap<Made>(make: (row: R) => Made | readonly Made[]): Made[];
  find(test: (row: R) => unknown): R | undefined;
  findLast(test: (row: R) => unknown): R | undefined;
  some(test: (row: R) => unknown): boolean;
  every(test: (row: R) => unknown): boolean;
}

/** The rows of a time, both ends included, in milliseconds; looked up, not looked through. */
export function rowsBetween<R extends Row>(rows: Rows<R>, from = 0, until = Number.MAX_SAFE_INTEGER): R[] {
  const place = (createdAt: number) => positionOf(rows, { createdAt, id: '' });
  return rows.slice(place(from), place(until + 1));
}

/** Oldest first; the id decides between rows of the same millisecond. */
export function compareRows(a: Row, b: Row): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** How many of the rows, which are in order, come before this one: its own place, or where it belongs. */
export function positionOf(rows: Pick<Rows<Row>, 'length' | 'at'>, row: Row): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = rows.at(middle);
    if (other && compareRows(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
