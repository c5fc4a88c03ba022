import { expect, it } from 'vitest';
import { describeChanges } from './metadata-changes';

const pair = (key: string, value: string) => ({ key, value });

it('says what saving adds, changes and removes', () => {
  const before = [pair('plan', 'gold'), pair('tier', '1'), pair('seat', '9')];
  const after = [pair('plan', 'gold'), pair('tier', '2'), pair('zone', 'north'), pair('', '')];
  expect(describeChanges(before, after)).toEqual(['Adds zone.', 'Changes tier.', 'Removes seat.']);
});

it('is silent while nothing changes', () => {
  expect(describeChanges([pair('plan', 'gold')], [pair(' plan ', 'gold ')])).toEqual([]);
});
