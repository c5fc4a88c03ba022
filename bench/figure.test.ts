import { expect, test } from 'vitest';
import { formatFigure, isShort, median } from './figure';

test('a figure at its target is ok, above it is short', () => {
  expect(formatFigure({ name: 'list', value: 1.5, atMost: 1.5 })).toBe('list\t1.50\t<= 1.5\tok');
  expect(formatFigure({ name: 'list', value: 1.51, atMost: 1.5 })).toBe('list\t1.51\t<= 1.5\tshort');
});

test('a figure may have a least instead', () => {
  expect(formatFigure({ name: 'rate', value: 0.15, atLeast: 0.15 })).toBe('rate\t0.15\t>= 0.15\tok');
  expect(isShort({ name: 'rate', value: 0.14, atLeast: 0.15 })).toBe(true);
  expect(isShort({ name: 'rate', value: Number.NaN, atLeast: 0.15 })).toBe(true);
});

test('a value that could not be measured is short', () => {
  expect(isShort({ name: 'list', value: Number.NaN, atMost: 1.5 })).toBe(true);
});

test('the median leaves its input alone', () => {
  const values = [5, 1, 3];
  expect(median(values)).toBe(3);
  expect(values).toEqual([5, 1, 3]);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});
