import { describe, expect, it } from 'vitest';
import type { GroupTrace, TracedGroup, TracedPerson } from '@/lib/features/group-trace/schema';
import { judgeGroup } from './judge-group';

const finance: TracedGroup = {
  id: 'dirgroup_1',
  name: 'Finance',
  externalId: 'grp-finance',
  users: 4,
  updatedAt: '2026-05-01T10:00:00.000Z',
  isTracked: true,
  roleNames: ['billing_manager'],
};
const ada: TracedPerson = { id: 'diruser_1', email: 'ada@heron.example', isActive: true, groups: [finance] };
const member = { userId: 'usr_1', roleNames: ['billing_manager'] };

const trace = (part: Partial<GroupTrace> = {}): GroupTrace => ({
  directory: { enabled: true, tracking: 'all', lastSyncedAt: null },
  read: { groups: 3, isWhole: true },
  group: finance,
  similar: [],
  person: null,
  ...part,
});
const withPerson = (part: Partial<NonNullable<GroupTrace['person']>> = {}) => ({
  found: ada,
  read: 30,
  isWhole: true,
  isInside: true,
  member,
  ...part,
});
const judge = (part: Partial<GroupTrace> = {}, person = '') =>
  judgeGroup(trace(part), { group: 'Finance', person });
const step = (part: Partial<GroupTrace>, subject: string, person = '') =>
  judge(part, person).steps.find((one) => one.subject === subject);

describe('judgeGroup', () => {
  it('is content with a group that is pushed, tracked, filled and mapped', () => {
    expect(judge()).toMatchObject({ isFine: true });
    expect(judge().steps.map(({ tone }) => tone)).toEqual(Array(5).fill('success'));
  });

  it.each<[string, Partial<GroupTrace>, string, RegExp]>([
    ['a group that was never pushed', { group: null }, 'Pushed: not pushed', /^The customer’s IT/],
    [
      'a directory without groups',
      { group: null, read: { groups: 0, isWhole: true } },
      'Pushed: not pushed',
      /^The customer’s IT/,
    ],
    [
      'a group beyond those read',
      { group: null, read: { groups: 300, isWhole: false } },
      'Pushed: not among the first 300',
      /^You/,
    ],
    ['one that is not tracked', { group: { ...finance, isTracked: false } }, 'Tracked: not tracked', /^You/],
    [
      'one that holds only groups',
      { group: { ...finance, users: 0 } },
      'Members: empty',
      /^The customer’s IT/,
    ],
    ['one that is not mapped', { group: { ...finance, roleNames: [] } }, 'Mapped: not mapped', /^You/],
    [
      'a disabled directory',
      { directory: { enabled: false, tracking: 'all', lastSyncedAt: null } },
      'Directory: disabled',
      /^You/,
    ],
  ])('names %s, and who must act', (_name, part, title, who) => {
    const verdict = judge(part);
    expect(verdict).toMatchObject({ isFine: false, title: expect.stringContaining(title) });
    expect(verdict.steps.find(({ tone }) => tone === 'danger' || tone === 'warning')?.who).toMatch(who);
  });

  it('puts what stops before what is doubtful', () => {
    const group = { ...finance, users: 0, roleNames: [] };
    expect(judge({ group }).title).toMatch(/^Mapped/);
  });

  it('offers similar names', () => {
    expect(step({ group: null, similar: ['Finance EU'] }, 'Pushed')?.evidence).toContain('Finance EU');
  });

  it('leads to the tracking and to the mapping', () => {
    const group = { ...finance, isTracked: false, roleNames: [] };
    expect(step({ group }, 'Tracked')?.mend).toBe('tracking');
    expect(step({ group }, 'Mapped')?.mend).toBe('mapping');
  });

  it('says that nesting is not to be had from the API', () => {
    expect(step({ group: { ...finance, users: 0 } }, 'Members')?.evidence).toMatch(/does not tell what lies/);
  });
});

describe('judgeGroup with a person', () => {
  it.each<[string, Partial<NonNullable<GroupTrace['person']>>, string, string]>([
    ['who is not in the directory', { found: null, member: null }, 'Person', 'ada is not in the directory'],
    [
      'whom nobody looked far enough for',
      { found: null, isWhole: false },
      'Person',
      'ada is not among those looked through',
    ],
    ['who is inactive there', { found: { ...ada, isActive: false } }, 'Person', 'Inactive in the directory'],
    ['who is not in the group', { isInside: false }, 'In the group', 'Not a direct member of Finance'],
    ['in a group too long to read', { isInside: null }, 'In the group', 'Not known'],
    ['who is no member', { member: null }, 'Role', 'No member of the organization'],
    [
      'whose role has not come',
      { member: { userId: 'usr_1', roleNames: ['member'] } },
      'Role',
      'billing_manager has not arrived',
    ],
    ['whom all is well with', {}, 'Role', 'As it stands'],
  ])('tells of one %s', (_name, part, subject, state) => {
    expect(step({ person: withPerson(part) }, subject, 'ada')?.state).toBe(state);
  });

  it('names the groups that may lie inside the one asked for', () => {
    const team = { ...finance, id: 'dirgroup_2', name: 'Finance team north' };
    const person = withPerson({ found: { ...ada, groups: [team] }, isInside: false });
    expect(step({ person }, 'In the group', 'ada')?.evidence).toMatch(/Finance team north: if one of these/);
  });

  it('goes through the groups of a person where no group is asked for', () => {
    const bare = { ...finance, id: 'dirgroup_2', name: 'Sales', roleNames: [] };
    const person = withPerson({ found: { ...ada, groups: [finance, bare] } });
    const { steps } = judgeGroup(trace({ group: null, person }), { group: '', person: 'ada' });
    expect(steps.map(({ subject, state }) => `${subject}: ${state}`)).toEqual([
      'Directory: Enabled',
      'Person: In the directory',
      'Finance: Brings billing_manager',
      'Sales: Not mapped to a role',
    ]);
  });

  it('says so when a person is in no tracked group', () => {
    const person = withPerson({ found: { ...ada, groups: [] } });
    const verdict = judgeGroup(trace({ group: null, person }), { group: '', person: 'ada' });
    expect(verdict.title).toBe('Groups: in no tracked group.');
  });
});
