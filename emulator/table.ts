import { type Base, MergedRows, remembering } from './base';
import { compareRows, positionOf, type Row, type Rows } from './rows';

/** What was written to a table; of rows that it had from the start, those that are gone. */
export type TableDump<R extends Row> = { rows: readonly R[]; gone: string[] };

/**
 * Rows by id, in the order of creation, with look-ups by the named fields. Rows are values: replace them,
 * never change them in place.
 */
export class Table<R extends Row> {
  readonly #rows = new Map<string, R>();
  readonly #ordered: R[] = [];
  readonly #indexes: Map<keyof R, Map<unknown, Set<string>>>;
  readonly #changed: () => void;
  #base: Base<R> | undefined;
  /** Indexes of the base that were deleted or written anew. */
  readonly #gone = new Set<number>();
  #merged: MergedRows<R> | undefined;

  constructor(indexed: (keyof R)[], changed: () => void) {
    this.#indexes = new Map(indexed.map((field) => [field, new Map()]));
    this.#changed = changed;
  }

  /** Gives the table rows that are there from the start, and come back when it is cleared. */
  layBase(base: Base<R>): void {
    this.#base = remembering(base);
    this.#merged = undefined;
  }

  get size(): number {
    return this.#rows.size + (this.#base?.size ?? 0) - this.#gone.size;
  }

  get(id: string): R | undefined {
    const row = this.#rows.get(id);
    if (row || !this.#base) return row;
    const index = this.#baseIndex(id);
    return index === undefined ? undefined : this.#base.at(index);
  }

  /**
   * The rows whose field has the value, oldest first.
   * @throws TypeError when the field is not indexed
   */
  findBy<F extends keyof R>(field: F, value: R[F]): R[] {
    const index = this.#indexes.get(field);
    if (!index) throw new TypeError(`${String(field)} is not indexed`);
    const rows = [...(index.get(value) ?? [])].flatMap((id) => this.#rows.get(id) ?? []);
    for (const one of this.#base?.find[field]?.(value) ?? []) {
      if (!this.#gone.has(one) && this.#base) rows.push(this.#base.at(one));
    }
    return rows.sort(compareRows);
  }

  /** All rows, oldest first. Not a copy: do not change it. */
  all(): Rows<R> {
    if (!this.#base) return this.#ordered;
    this.#merged ??= new MergedRows(this.#base, this.#gone, this.#ordered);
    return this.#merged;
  }

  /** Adds a row or replaces the one with its id. */
  put(row: R): R {
    this.#forget(row.id);
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
    if (!this.#forget(id)) return false;
    this.#changed();
    return true;
  }

  /** Forgets what was written: what is there from the start is there again. */
  clear(): void {
    this.#rows.clear();
    this.#ordered.length = 0;
    this.#gone.clear();
    this.#merged = undefined;
    for (const index of this.#indexes.values()) index.clear();
    this.#changed();
  }

  dump(): TableDump<R> {
    const gone = [...this.#gone].flatMap((index) => this.#base?.at(index).id ?? []);
    return { rows: this.#ordered, gone: gone.filter((id) => !this.#rows.has(id)) };
  }

  #baseIndex(id: string): number | undefined {
    const index = this.#base?.indexOf(id);
    return index === undefined || this.#gone.has(index) ? undefined : index;
  }

  #forget(id: string): boolean {
    this.#merged = undefined;
    const index = this.#base && this.#baseIndex(id);
    if (index !== undefined) this.#gone.add(index);
    const row = this.#rows.get(id);
    if (row) this.#remove(row);
    return row !== undefined || index !== undefined;
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
