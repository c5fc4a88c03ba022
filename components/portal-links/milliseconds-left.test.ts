import { expect, it } from 'vitest';
import { millisecondsLeft } from './milliseconds-left';

const now = Date.parse('2026-03-01T10:00:00Z');

it.each([
  ['2026-03-01T10:00:58Z', 58_000],
  ['2026-03-01T10:01:00Z', 60_000],
  ['2026-03-01T10:03:00Z', 60_000],
  ['2026-03-01T09:58:00Z', 60_000],
])('reads %s at ten o’clock as %i ms', (expiresAt, left) => {
  expect(millisecondsLeft(expiresAt, now)).toBe(left);
});
