import { expect, it } from 'vitest';
import { toLocalInput, toUtc } from './date-time-value';

it('goes to the reader and back to the same minute', () => {
  const utc = '2026-11-28T14:03:00.000Z';
  expect(toLocalInput(utc)).toMatch(/^2026-11-2[789]T\d\d:\d\d$/);
  expect(toUtc(toLocalInput(utc))).toBe(utc);
});

it('has no value while the input is empty or half typed', () => {
  expect(toUtc('')).toBeNull();
  expect(toUtc('soon')).toBeNull();
  expect(toLocalInput(null)).toBe('');
  expect(toLocalInput('soon')).toBe('');
});
