import { describe, expect, it } from 'vitest';
import {
  formatCountdown,
  formatExactTime,
  formatList,
  formatMinutes,
  formatQuantity,
  formatRange,
  formatRelativeTime,
  formatRetryAfter,
} from './format';

const now = '2026-11-21T12:00:00Z';
const ago = (milliseconds: number) => Date.parse(now) - milliseconds;
const minute = 60_000;
const day = 24 * 60 * minute;

describe('formatRelativeTime', () => {
  it.each([
    [ago(0), 'just now'],
    [ago(59_999), 'just now'],
    [ago(minute), '1 minute ago'],
    [ago(59 * minute + 59_000), '59 minutes ago'],
    [ago(23 * 60 * minute), '23 hours ago'],
    [ago(29 * day), '29 days ago'],
    [ago(45 * day), '1 month ago'],
    [ago(364 * day), '12 months ago'],
    [ago(800 * day), '2 years ago'],
    [ago(-30_000), 'in less than a minute'],
    [ago(-7 * day), 'in 7 days'],
  ])('%s reads as %s', (moment, words) => {
    expect(formatRelativeTime(moment, now)).toBe(words);
  });

  it('never rounds up: a link that has 6 days and 23 hours does not have 7 days', () => {
    expect(formatRelativeTime(ago(-(7 * day - 1)), now)).toBe('in 6 days');
  });

  it('says so when a date is not a date', () => {
    expect(formatRelativeTime('soon', now)).toBe('unknown time');
    expect(formatExactTime('soon')).toBe('unknown time');
  });
});

describe('formatExactTime', () => {
  it('names its zone', () => {
    expect(formatExactTime(now)).toBe('21 Nov 2026, 12:00:00 UTC');
    expect(formatExactTime(now, 'Asia/Kolkata')).toBe('21 Nov 2026, 17:30:00 GMT+5:30');
  });

  it('counts midnight as 00, not 24', () => {
    expect(formatExactTime('2026-11-21T00:00:00Z')).toBe('21 Nov 2026, 00:00:00 UTC');
  });
});

it('formatCountdown shows hours only when there are some, and stops at zero', () => {
  expect(formatCountdown(59_001)).toBe('1:00');
  expect(formatCountdown(59_000)).toBe('0:59');
  expect(formatCountdown(3_600_000)).toBe('1:00:00');
  expect(formatCountdown(-5)).toBe('0:00');
});

it('formatQuantity agrees with its number', () => {
  expect(formatQuantity(1, 'session')).toBe('1 session');
  expect(formatQuantity(1240, 'session')).toBe('1,240 sessions');
  expect(formatQuantity(0, 'entry', 'entries')).toBe('0 entries');
});

it('formatRange names what is on screen', () => {
  expect(formatRange(1, 50, 1240)).toBe('1–50 of 1,240');
  expect(formatRange(51, 1, 51)).toBe('51 of 51');
  expect(formatRange(1, 0, 0)).toBe('0 of 0');
  expect(formatRange(51, 50)).toBe('51–100');
});

it('formatList and formatRetryAfter read as sentences', () => {
  expect(formatList(['SSO'])).toBe('SSO');
  expect(formatList(['SSO', 'SCIM'])).toBe('SSO and SCIM');
  expect(formatRetryAfter(1)).toBe('Try again in 1 second.');
  expect(formatRetryAfter(11_200)).toBe('Try again in 12 seconds.');
});

it('formatMinutes names days, hours and minutes that are there', () => {
  expect(formatMinutes(43_200)).toBe('30 days');
  expect(formatMinutes(360)).toBe('6 hours');
  expect(formatMinutes(84)).toBe('1 hour and 24 minutes');
  expect(formatMinutes(1501)).toBe('1 day, 1 hour, and 1 minute');
});
