import { expect, it } from 'vitest';
import { noteClock, readClockOffset } from './clock';

const now = Date.parse('2026-11-26T12:00:00.500Z');
const saying = (date: string) => new Headers({ date });

it('measures how far Scalekit’s clock is from ours, and forgets it', () => {
  expect(readClockOffset('nowhere', now)).toBeNull();
  noteClock('one', saying('Thu, 26 Nov 2026 12:00:00 GMT'), 0, now);
  expect(readClockOffset('one', now)).toBe(0);
  noteClock('one', saying('Thu, 26 Nov 2026 12:02:00 GMT'), 400, now);
  expect(readClockOffset('one', now)).toBe(120_200);
  noteClock('one', new Headers(), 0, now);
  noteClock('one', saying('yesterday'), 0, now);
  expect(readClockOffset('one', now)).toBe(120_200);
  expect(readClockOffset('one', now + 16 * 60_000)).toBeNull();
});
