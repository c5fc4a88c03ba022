import { positionOf, type Row, type Rows } from './rows';

/**
 * Rows that a scenario has from the start and makes when somebody looks at them: nothing of them is kept. The same index
 * always makes the same row, and rows are in order.
 */
export type Base<R extends Row> = {
  size: number;
  at: (index: number) => R;
  indexOf: (id: string) => number | undefined;
  /** The indexes of the rows whose field has the value, for each field that the table has an index of. */
  find: { [F in keyof R]?: (value: R[F]) => Iterable<number> };
};

/** The rows of a base that are still as they were, and among them the rows that were written since. */
export class MergedRows<R extends Row> implements Rows<R> {
  readonly #holes: number[];
  readonly #places: number[];

  /**
   * @param gone indexes of the base that were deleted or written anew
   * @param written in order
   */
  constructor(
    private readonly base: Base<R>,
    gone: ReadonlySet<number>,
    private readonly written: readonly R[],
  ) {
    this.#holes = [...gone].sort((a, b) => a - b);
    const left = { length: base.size, at: (index: number) => base.at(index) };
    this.#places = written.map((row, index) => {
      const before = positionOf(left, row);
      return index + before - countBelow(this.#holes, before);
    });
  }

  get length(): number {
    return this.base.size - this.#holes.length + this.written.length;
  }

  at(index: number): R | undefined {
    const wanted = index < 0 ? this.length + index : index;
    if (wanted < 0 || wanted >= this.length) return undefined;
    const before = countBelow(this.#places, wanted);
    if (this.#places[before] === wanted) return this.written[before];
    return this.base.at(skipHoles(this.#holes, wanted - before));
  }

  *[Symbol.iterator](): Iterator<R> {
    for (let index = 0; index < this.length; index += 1) {
      const row = this.at(index);
      if (row) yield row;
    }
  }

  slice(start = 0, end = this.length): R[] {
    const from = start < 0 ? Math.max(0, this.length + start) : start;
    const rows: R[] = [];
    for (let index = from; index < Math.min(end, this.length); index += 1) rows.push(this.at(index) as R);
    return rows;
  }

  filter(test: (row: R) => unknown): R[] {
    const rows: R[] = [];
    for (const row of this) if (test(row)) rows.push(row);
    return rows;
  }

  map<Made>(make: (row: R) => Made): Made[] {
    return Array.from(this, make);
  }

  flatMap<Made>(make: (row: R) => Made | readonly Made[]): Made[] {
    return this.slice().flatMap(make);
  }

  find(test: (row: R) => unknown): R | undefined {
    for (const row of this) if (test(row)) return row;
    return undefined;
  }

  findLast(test: (row: R) => unknown): R | undefined {
    for (let index = this.length - 1; index >= 0; index -= 1) {
      const row = this.at(index);
      if (row && test(row)) return row;
    }
    return undefined;
  }

  some(test: (row: R) => unknown): boolean {
    return this.find(test) !== undefined;
  }

  every(test: (row: R) => unknown): boolean {
    return !this.some((row) => !test(row));
  }
}

/** How many of the numbers, which are in order, are smaller. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the base that stands at a place when the holes are left out. */
function skipHoles(holes: readonly number[], place: number): number {
  let low = 0;
  let high = holes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((holes[middle] ?? 0) - middle <= place) low = middle + 1;
    else high = middle;
  }
  return place + low;
}

/** Remembers the rows made last: whoever pages looks at the same ones again. */
export function remembering<R extends Row>(base: Base<R>, most = 20_000): Base<R> {
  const made = new Map<number, R>();
  return {
    ...base,
    at(index) {
      const known = made.get(index);
      if (known) return known;
      if (made.size >= most) made.clear();
      const row = base.at(index);
      made.set(index, row);
      return row;
    },
  };
}
