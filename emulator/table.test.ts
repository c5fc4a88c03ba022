import { describe, expect, it, vi } from 'vitest';
import { createIds } from './ids';
import { Table } from './table';

type Thing = { id: string; createdAt: number; owner?: string };

describe('Table', () => {
  it('keeps rows in the order of creation, whatever the order of arrival', () => {
    const table = new Table<Thing>([], () => {});
    for (const [id, createdAt] of [
      ['b', 2],
      ['d', 3],
      ['a', 1],
      ['c', 2],
    ] as const)
      table.put({ id, createdAt });
    expect(table.all().map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('finds by an indexed field, also after a change', () => {
    const table = new Table<Thing>(['owner'], () => {});
    table.put({ id: 'a', createdAt: 1, owner: 'x' });
    table.put({ id: 'b', createdAt: 2, owner: 'x' });
    table.put({ id: 'c', createdAt: 3 });
    table.put({ id: 'a', createdAt: 1, owner: 'y' });
    expect(table.findBy('owner', 'x').map(({ id }) => id)).toEqual(['b']);
    expect(table.findBy('owner', 'y').map(({ id }) => id)).toEqual(['a']);
    table.delete('a');
    expect(table.findBy('owner', 'y')).toEqual([]);
    expect(table.size).toBe(2);
  });

  it('refuses to search a field that has no index', () => {
    expect(() => new Table<Thing>([], () => {}).findBy('owner', 'x')).toThrow(TypeError);
  });

  it('tells of each write', () => {
    const changed = vi.fn();
    const table = new Table<Thing>([], changed);
    table.put({ id: 'a', createdAt: 1 });
    table.delete('a');
    table.delete('a');
    expect(changed).toHaveBeenCalledTimes(2);
  });
});

describe('createIds', () => {
  it('makes ids of 18 digits that grow, also when the clock stands or goes back', () => {
    const times = [1_790_000_000_000, 1_790_000_000_000, 1_789_000_000_000, 1_790_000_000_001];
    const newId = createIds(() => times.shift() ?? 0);
    const ids = Array.from({ length: 4 }, () => newId('org'));
    expect(ids.every((id) => /^org_\d{18}$/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(4);
  });
});
