import { describe, expect, it } from 'vitest';
import { findGaps, findTableErrors } from './find-gaps';
import { readParameters } from './parameters';
import { readFacts } from './read-facts';
import type { MissionRow } from './row';
import { missionRows } from './rows.data';
import { stories } from './stories.data';

const facts = readFacts(readParameters().keys());
const problemsOf = (change: Partial<MissionRow>) => {
  const row = {
    number: 8,
    name: 'list',
    calls: ['roles.getRole'],
    screen: '/[environment]/roles/[roleName]',
    story: 'permission',
  };
  return findGaps([{ ...row, ...change }], stories, facts).map(({ problem }) => problem);
};

describe('the table of what the console covers', () => {
  it('has each row once, with a screen, a browser test and operations that exist', () => {
    expect(findTableErrors(missionRows, stories)).toEqual([]);
    expect(findGaps(missionRows, stories, facts)).toEqual([]);
  });

  it.each([
    ['a screen that is not there', { screen: '/[environment]/nowhere' }, /no page at/],
    ['no screen', { screen: undefined }, /no screen/],
    ['no test', { story: undefined }, /no browser test/],
    ['an operation that is not there', { calls: ['roles.getRoll'] }, /no operation/],
    ['an operation of the dashboard', { calls: ['organizations.getPortalLinks'] }, /no operation/],
    ['an operation that nothing calls', { calls: ['webauthn.beginRegistration'] }, /Nothing in the console/],
    ['a note beside a screen', { open: 'later' }, /take the note away/],
  ])('is refused with %s', (_name, change, words) => {
    expect(problemsOf(change)).toEqual([expect.stringMatching(words)]);
  });

  it('is refused with a test that is not in the spec', () => {
    const wrong = { permission: { spec: 'environment-roles.spec.ts', title: 'nothing' } };
    const row = { number: 8, name: 'list', calls: [], screen: '/[environment]/roles', story: 'permission' };
    expect(findGaps([row], wrong, facts)).toHaveLength(1);
    const gone = { permission: { spec: 'gone.spec.ts', title: 'nothing' } };
    expect(findGaps([row], gone, facts)).toHaveLength(1);
    expect(findTableErrors([row, row], stories).length).toBeGreaterThan(173);
  });
});
