import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Base } from './base';
import { paginate } from './paging';
import type { Row } from './rows';
import { Table } from './table';

type Thing = Row & { color: string };

const size = 30;
const colors = ['red', 'green', 'blue'];
const made = (index: number): Thing => ({
  id: `thing_${String(index).padStart(3, '0')}`,
  // Some share their millisecond.
  createdAt: 1000 + Math.floor(index / 2) * 10,
  color: colors[index % 3] ?? '',
});

const base: Base<Thing> = {
  size,
  at: made,
  indexOf(id) {
    const index = Number(/^thing_(\d{3})$/.exec(id)?.[1]);
    return index < size ? index : undefined;
  },
  find: {
    color: (value) =>
      Array.from({ length: size }, (_, index) => index).filter(
        (index) => index % 3 === colors.indexOf(value),
      ),
  },
};

function tables() {
  const lazy = new Table<Thing>(['color'], () => {});
  lazy.layBase(base);
  const plain = new Table<Thing>(['color'], () => {});
  for (let index = 0; index < size; index += 1) plain.put(made(index));
  return { lazy, plain };
}

const change = fc.record({
  kind: fc.constantFrom('put', 'update', 'delete'),
  index: fc.nat(40),
  createdAt: fc.integer({ min: 950, max: 1300 }),
});

describe('a table with rows that are made when they are looked at', () => {
  it('behaves as one that holds them, whatever is written to it', () => {
    const property = fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
      const { lazy, plain } = tables();
      for (const { kind, index, createdAt } of changes) {
        const id = index < size ? made(index).id : `own_${index}`;
        for (const table of [lazy, plain]) {
          if (kind === 'delete') table.delete(id);
          else if (kind === 'put' && index >= size) table.put({ id, createdAt, color: 'red' });
          else {
            const row = table.get(id);
            if (row) table.put({ ...row, color: 'violet' });
          }
        }
      }
      const [rows, expected] = [lazy.all(), plain.all()];
      expect(rows.slice()).toEqual(expected.slice());
      expect([...rows]).toEqual([...expected]);
      expect([lazy.size, rows.length, rows.at(-1)]).toEqual([plain.size, expected.length, expected.at(-1)]);
      for (const color of [...colors, 'violet'])
        expect(lazy.findBy('color', color)).toEqual(plain.findBy('color', color));
      expect(rows.filter((row) => row.color === 'red')).toEqual(
        expected.filter((row) => row.color === 'red'),
      );
      const sizes = { fallback: 7, limit: 7 };
      let [one, two] = [paginate(rows, request(''), sizes), paginate(expected, request(''), sizes)];
      while (one.nextPageToken) {
        expect(one).toEqual(two);
        [one, two] = [one, two].map((page, index) =>
          paginate(index ? expected : rows, request(page.nextPageToken), sizes),
        ) as [typeof one, typeof two];
      }
      expect(one).toEqual(two);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('dumps what was written alone, and is as before when it is cleared', () => {
    const { lazy } = tables();
    lazy.delete('thing_003');
    lazy.put({ ...made(4), color: 'violet' });
    lazy.put({ id: 'own_1', createdAt: 5000, color: 'red' });
    const { rows, gone } = lazy.dump();
    expect(rows.map(({ id }) => id)).toEqual(['thing_004', 'own_1']);
    expect(gone).toEqual(['thing_003']);
    lazy.clear();
    expect(lazy.all().slice()).toEqual(Array.from({ length: size }, (_, index) => made(index)));
  });
});

function request(pageToken: string) {
  return { pageSize: 7, pageToken };
}
