import { describe, expect, it } from 'vitest';
import type { DirectoryRow, DirectorySecret, RoleAssignment } from '@/lib/features/directories/schema';
import { checkDirectory } from './check-directory';
import { describeRoleChanges } from './role-changes';

const now = Date.parse('2026-11-20T10:00:00Z');

const secret = (part: Partial<DirectorySecret> = {}): DirectorySecret => ({
  id: 'sec_1',
  suffix: 'x9f2',
  isActive: true,
  createdAt: null,
  expiresAt: '2027-11-20T10:00:00Z',
  lastUsedAt: null,
  ...part,
});

const directory = (part: Partial<DirectoryRow> = {}): DirectoryRow => ({
  id: 'dir_1',
  name: 'Okta',
  type: 'SCIM',
  provider: 'Okta',
  enabled: true,
  status: 'completed',
  endpoint: 'https://auth.example/directory/dir_1/scim/v2',
  email: null,
  lastSyncedAt: '2026-11-20T09:00:00Z',
  users: 1,
  groups: 1,
  usersUpdatedAt: null,
  groupsUpdatedAt: null,
  groupsTracked: 'all',
  secrets: [secret()],
  assignments: [],
  attributes: [],
  ...part,
});

const stateOf = (part: Partial<DirectoryRow>, subject: string) => {
  const { tone, state } =
    checkDirectory(directory(part), ['heron.example'], now).find((one) => one.subject === subject) ?? {};
  return [tone, state];
};

describe('checkDirectory', () => {
  it.each<[string, Partial<DirectoryRow>, string, unknown[]]>([
    ['a directory that works', {}, 'Bearer secret', ['success', '1 secret active']],
    ['one that is disabled', { enabled: false }, 'Provisioning', ['danger', 'Disabled']],
    ['one without a secret', { secrets: [] }, 'Bearer secret', ['danger', 'None']],
    [
      'one whose secret has expired',
      { secrets: [secret({ expiresAt: '2026-11-19T10:00:00Z' })] },
      'Bearer secret',
      ['danger', 'None works'],
    ],
    [
      'one whose secret expires within 30 days',
      { secrets: [secret({ expiresAt: '2026-12-01T10:00:00Z' })] },
      'Bearer secret',
      ['warning', 'Expires soon'],
    ],
    ['one that nothing has reached', { lastSyncedAt: null }, 'Last synchronized', ['warning', 'Never']],
    ['chosen groups', { groupsTracked: 'selected' }, 'Groups', ['warning', 'Chosen ones only']],
  ])('judges %s', (_name, part, subject, expected) => {
    expect(stateOf(part, subject)).toEqual(expected);
  });

  it('asks nothing about pushes of a directory that is polled', () => {
    const subjects = checkDirectory(directory({ type: 'POLL' }), [], now).map((one) => one.subject);
    expect(subjects).not.toContain('Endpoint');
    expect(subjects).not.toContain('Bearer secret');
  });
});

describe('checkDirectory on domains', () => {
  it.each<[string, string[] | null, string, string]>([
    ['names those that are verified', ['heron.example'], 'neutral', '1 domain verified'],
    ['warns of none', [], 'danger', 'None verified'],
    ['does not know what could not be read', null, 'neutral', 'Not known'],
  ])('%s', (_name, verified, tone, state) => {
    const found = checkDirectory(directory(), verified, now).find((one) => one.subject === 'E-mail domain');
    expect(found).toMatchObject({ tone, state });
  });
});

describe('describeRoleChanges', () => {
  const group = { id: 'dirgroup_1', name: 'Finance', externalId: null, users: 12, updatedAt: null };
  const names = { groups: [group], roles: [{ name: 'billing', displayName: 'Billing manager' }] };
  const mapped = { groupId: 'dirgroup_1', roleName: 'billing' };
  const textsOf = (before: RoleAssignment[], after: RoleAssignment[]) =>
    describeRoleChanges(before, after, names).map(({ text }) => text);

  it('tells who gets a role and who loses one, with numbers', () => {
    expect(textsOf([], [mapped])).toEqual(['The members of Finance (12 users) get Billing manager.']);
    expect(textsOf([mapped], [])).toEqual([
      'The members of Finance (12 users) lose Billing manager, unless another group of theirs brings it.',
    ]);
  });

  it('says nothing of what stays, nor of rows that are half filled', () => {
    expect(describeRoleChanges([mapped], [mapped, { groupId: 'dirgroup_1', roleName: '' }], names)).toEqual(
      [],
    );
  });
});
