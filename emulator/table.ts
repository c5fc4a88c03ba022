/** What every stored thing has. `createdAt` is in milliseconds and never changes: lists are ordered by it. */
export type Row = { id: string; createdAt: number };

/**
 * Rows by id, in the order of creation, with look-ups by the named fields. Rows are values: replace them,
 * never change them in place.
 */
export class Table<R extends Row> {
  readonly #rows = new Map<string, R>();
  readonly #ordered: R[] = [];
  readonly #indexes: Map<keyof R, Map<unknown, Set<string>>>;
  readonly #changed: () => void;

  constructor(indexed: (keyof R)[], changed: () => void) {
    this.#indexes = new Map(indexed.map((field) => [field, new Map()]));
    this.#changed = changed;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): R | undefined {
    return this.#rows.get(id);
  }

  /**
   * The rows whose field has the value, oldest first.
   * @throws TypeError when the field is not indexed
   */
  findBy<F extends keyof R>(field: F, value: R[F]): R[] {
    const index = this.#indexes.get(field);
    if (!index) throw new TypeError(`${String(field)} is not indexed`);
    const rows = [...(index.get(value) ?? [])].flatMap((id) => this.#rows.get(id) ?? []);
    return rows.sort(compareRows);
  }

  /** All rows, oldest first. Not a copy: do not change it. */
  all(): readonly R[] {
    return this.#ordered;
  }

  /** Adds a row or replaces the one with its id. */
  put(row: R): R {
    const previous = this.#rows.get(row.id);
    if (previous) this.#remove(previous);
    this.#rows.set(row.id, row);
    const last = this.#ordered.at(-1);
    if (!last || compareRows(last, row) < 0) this.#ordered.push(row);
    else this.#ordered.splice(positionOf(this.#ordered, row), 0, row);
    for (const [field, index] of this.#indexes) {
      const value = row[field];
      if (value === undefined) continue;
      const ids = index.get(value);
      if (ids) ids.add(row.id);
      else index.set(value, new Set([row.id]));
    }
    this.#changed();
    return row;
  }

  delete(id: string): boolean {
    const row = this.#rows.get(id);
    if (!row) return false;
    this.#remove(row);
    this.#changed();
    return true;
  }

  clear(): void {
    this.#rows.clear();
    this.#ordered.length = 0;
    for (const index of this.#indexes.values()) index.clear();
    this.#changed();
  }

  #remove(row: R): void {
    this.#rows.delete(row.id);
    this.#ordered.splice(positionOf(this.#ordered, row), 1);
    for (const [field, index] of this.#indexes) {
      const ids = index.get(row[field]);
      ids?.delete(row.id);
      if (ids?.size === 0) index.delete(row[field]);
    }
  }
}

/** Oldest first; the id decides between rows of the same millisecond. */
export function compareRows(a: Row, b: Row): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** How many of the rows, which are in order, come before this one: its own place, or where it belongs. */
export function positionOf(rows: readonly Row[], row: Row): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = rows[middle];
    if (other && compareRows(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
