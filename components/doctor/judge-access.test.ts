import { describe, expect, it } from 'vitest';
import type { DirectoryRow } from '@/lib/features/directories/schema';
import type { GroupTrace } from '@/lib/features/group-trace/schema';
import type { UserMembership } from '@/lib/features/users/schema';
import type { RoleRow } from '@/lib/role-row';
import { type AccessFacts, judgeAccess } from './judge-access';

const role = (name: string, permissions: string[], base: string | null = null): RoleRow => ({
  ...{ name, permissions, extends: base, displayName: name, description: null },
  ...{ isOwn: false, isDefaultMember: false, isDefaultCreator: false },
});

const group = { id: 'g1', name: 'Reporting', externalId: null, users: 3, updatedAt: null };
const traced = (part: Partial<NonNullable<GroupTrace['person']>>) =>
  new Map<string, GroupTrace>([
    [
      'dir_1',
      {
        directory: { enabled: true, tracking: 'all', lastSyncedAt: null },
        ...{ read: { groups: 1, isWhole: true }, group: null, similar: [] },
        person: { found: null, read: 4, isWhole: true, isInside: null, member: null, ...part },
      },
    ],
  ]);
const found = (isTracked: boolean, id = 'g1') => ({
  ...{ id: 'du_1', email: 'ada@acme.example', isActive: true },
  groups: [{ ...group, id, isTracked, roleNames: [] }],
});

function facts(part: Partial<AccessFacts> = {}): AccessFacts {
  return {
    permission: 'reports:export',
    membership: { status: 'active', provisioningMethod: 'dir_sync' } as UserMembership,
    access: { roles: [{ name: 'auditor', displayName: 'Auditor', source: 'Given' }], permissions: [] },
    roles: [role('analyst', ['reports:export']), role('lead', [], 'analyst'), role('auditor', [])],
    directories: [],
    traces: new Map(),
    ...part,
  };
}

const directory = (part: Partial<DirectoryRow>) =>
  [{ id: 'dir_1', name: 'Okta', enabled: true, assignments: [], ...part }] as unknown as DirectoryRow[];
const mapped = directory({ assignments: [{ groupId: 'g1', roleName: 'lead' }] });

describe('judgeAccess', () => {
  it('says what brings it where they have it', () => {
    const permissions = [{ name: 'reports:export', description: null, sources: ['Analyst'] }];
    const verdict = judgeAccess(facts({ access: { roles: [], permissions } }));
    expect(verdict).toMatchObject({ has: true, title: 'They have reports:export, by Analyst.' });
  });

  it.each<[string, Partial<AccessFacts>, RegExp]>([
    ['membership', { membership: null }, /breaks at: membership/],
    ['permission', { permission: 'nothing:here' }, /breaks at: role\. No role here brings/],
    ['role', {}, /breaks at: roles they have/],
    ['directory', { directories: directory({ enabled: false }) }, /directory Okta\. Disabled/],
    ['mapping', { directories: directory({}) }, /No group is mapped/],
    ['person', { directories: mapped, traces: traced({}) }, /not in this directory/],
    ['group', { directories: mapped, traces: traced({ found: found(true, 'g2') }) }, /none of the groups/],
    [
      'tracking',
      { directories: mapped, traces: traced({ found: found(false) }) },
      /Reporting is not tracked/,
    ],
  ])('finds where it breaks: %s', (_name, part, words) => {
    expect(judgeAccess(facts(part)).title).toMatch(words);
  });

  it('knows a role that was not pushed yet, by a role that extends the one', () => {
    const { steps } = judgeAccess(facts({ directories: mapped, traces: traced({ found: found(true) }) }));
    expect(steps.at(-1)?.state).toContain('has not arrived');
    expect(steps[1]?.state).toContain('analyst and lead');
  });
});
