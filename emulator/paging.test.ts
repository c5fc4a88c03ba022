import { describe, expect, it } from 'vitest';
import { paginate } from './paging';
import { Table } from './table';

const sizes = { fallback: 10, limit: 100 };

function tableOf(count: number) {
  const table = new Table<{ id: string; createdAt: number }>([], () => {});
  // Two rows share each millisecond.
  for (let index = 0; index < count; index += 1) {
    table.put({ id: `row_${String(index).padStart(4, '0')}`, createdAt: Math.floor(index / 2) });
  }
  return table;
}

const ids = (items: { id: string }[]) => items.map(({ id }) => Number(id.slice(4)));

describe('paginate', () => {
  it('goes forwards, newest first, and back again', () => {
    const rows = tableOf(25).all();
    const first = paginate(rows, { pageSize: 10, pageToken: '' }, sizes);
    const second = paginate(rows, { pageSize: 10, pageToken: first.nextPageToken }, sizes);
    const third = paginate(rows, { pageSize: 10, pageToken: second.nextPageToken }, sizes);
    expect(ids(first.items)).toEqual([24, 23, 22, 21, 20, 19, 18, 17, 16, 15]);
    expect(ids(third.items)).toEqual([4, 3, 2, 1, 0]);
    expect([first.prevPageToken, third.nextPageToken, first.totalSize]).toEqual(['', '', 25]);
    const back = paginate(rows, { pageSize: 10, pageToken: third.prevPageToken }, sizes);
    expect(ids(back.items)).toEqual(ids(second.items));
    const start = paginate(rows, { pageSize: 10, pageToken: back.prevPageToken }, sizes);
    expect(ids(start.items)).toEqual(ids(first.items));
    expect(start.prevPageToken).toBe('');
  });

  it('falls back to its own size and stays within its limit', () => {
    const rows = tableOf(150).all();
    expect(paginate(rows, { pageSize: 0, pageToken: '' }, sizes).items).toHaveLength(10);
    expect(paginate(rows, { pageSize: 1000, pageToken: '' }, sizes).items).toHaveLength(100);
  });

  it('visits each row that stays exactly once while others come and go', () => {
    const table = tableOf(200);
    const gone = new Set<number>();
    const seen: number[] = [];
    let pageToken = '';
    let step = 0;
    do {
      const page = paginate(table.all(), { pageSize: 7, pageToken }, sizes);
      seen.push(...ids(page.items));
      pageToken = page.nextPageToken;
      // The last row of the page goes, the one the token is made of; so does one ahead; a new one comes.
      const victims = [seen.at(-1) ?? 0, 190 - step * 9].filter((id) => id >= 0);
      for (const id of victims) {
        if (table.delete(`row_${String(id).padStart(4, '0')}`)) gone.add(id);
      }
      table.put({ id: `row_${1000 + step}`, createdAt: 1000 + step });
      step += 1;
    } while (pageToken);
    const stayed = Array.from({ length: 200 }, (_, id) => id).filter((id) => !gone.has(id));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => !gone.has(id)).sort((a, b) => a - b)).toEqual(stayed);
    expect(seen.every((id) => id < 200)).toBe(true);
  });

  it('is empty for no rows', () => {
    expect(paginate([], { pageSize: 5, pageToken: '' }, sizes)).toEqual({
      items: [],
      totalSize: 0,
      nextPageToken: '',
      prevPageToken: '',
    });
  });

  it.each(['1', 'x', '>:', '>:!!', '>:WyJldnRfMTAwNCJd', '=:WzEsImEiXQ', '>:e30'])(
    'refuses the token %j',
    (pageToken) => {
      const page = () => paginate(tableOf(3).all(), { pageSize: 1, pageToken }, sizes);
      expect(page).toThrow(/Invalid page token/);
    },
  );
});
