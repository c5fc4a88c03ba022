import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, it } from 'vitest';
import { toIso } from './timestamps';

it('gives a time as ISO 8601', () => {
  expect(toIso(timestampFromDate(new Date('2026-05-04T03:02:01Z')))).toBe('2026-05-04T03:02:01.000Z');
});

it('gives null for a time that is absent or was never set', () => {
  expect(toIso(undefined)).toBeNull();
  expect(toIso(timestampFromDate(new Date('0001-01-01T00:00:00Z')))).toBeNull();
});
