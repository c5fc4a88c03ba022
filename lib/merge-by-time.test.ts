import { expect, it } from 'vitest';
import { mergeByTime } from './merge-by-time';

const day = (number: number) => ({ at: `2026-11-${String(number).padStart(2, '0')}T00:00:00.000Z` });
const days = (...numbers: number[]) => numbers.map(day);

it('puts rows of all sources in one order, newest first', () => {
  const merged = mergeByTime([
    { rows: days(9, 5, 1), endsAt: null },
    { rows: days(7, 6), endsAt: null },
  ]);
  expect(merged).toEqual({ rows: days(9, 7, 6, 5, 1), before: null });
});

it('ends where the first source ends that has more', () => {
  const merged = mergeByTime([
    { rows: days(9, 5), endsAt: day(5).at },
    { rows: days(8, 4, 3), endsAt: day(3).at },
  ]);
  expect(merged).toEqual({ rows: days(9, 8, 5), before: day(5).at });
});

it('goes on behind rows that were read and may not be seen', () => {
  const merged = mergeByTime([
    { rows: [], endsAt: day(6).at },
    { rows: days(8, 2), endsAt: null },
  ]);
  expect(merged).toEqual({ rows: days(8), before: day(6).at });
});

it('has nothing of nothing', () => {
  expect(mergeByTime([{ rows: [], endsAt: null }])).toEqual({ rows: [], before: null });
});
