import { expect, it } from 'vitest';
import type { Observation } from '@/lib/audit/snapshots/observation';
import { forgetKept, forgetKeptOf, isKeptLately } from './kept-lately';

const domain = (name: string, more: Partial<Observation> = {}): Observation => ({
  ...{
    organizationId: 'org_1',
    part: 'domain',
    objects: [{ id: 'dom_1', name, fields: {} }],
    complete: true,
  },
  ...more,
});
const isKept = (observation: Observation, environment = 'production') =>
  isKeptLately(environment, observation);

it('knows what was kept last of a place, and nothing older', () => {
  expect([isKept(domain('a')), isKept(domain('a')), isKept(domain('b')), isKept(domain('a'))]).toEqual([
    ...[false, true, false, false],
  ]);
  expect(isKept(domain('a'), 'development')).toBe(false);
  expect(isKept(domain('a', { organizationId: 'org_2' }))).toBe(false);
  expect(isKept(domain('a'))).toBe(true);
});

it('tells a list from one of its things', () => {
  isKept(domain('c'));
  expect(isKept(domain('c', { complete: false }))).toBe(false);
  expect([isKept(domain('c')), isKept(domain('c', { complete: false }))]).toEqual([true, true]);
});

it('forgets what could not be kept, and what a write may have changed', () => {
  isKept(domain('d'));
  forgetKept('production', domain('d'));
  expect(isKept(domain('d'))).toBe(false);
  forgetKeptOf('production', 'org_');
  expect(isKept(domain('d'))).toBe(true);
  forgetKeptOf('production', 'org_1');
  expect(isKept(domain('d'))).toBe(false);
});
