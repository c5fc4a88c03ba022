import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, write } from '@/tests/setup/write';
import { mapAttributes, mapRoles, trackGroups } from './actions';
import {
  getDirectory,
  listDirectories,
  listDirectoryGroups,
  listDirectoryUsers,
  listGroupChoices,
  listTrackedGroups,
} from './queries';
import { findRoleSources } from './role-sources';
import { domainOf, newDirectory, newPusher } from './test-directory';

withTestDatabase();
const emulator = withEmulator();

type Of = { organizationId: string; directoryId: string };

const somebody = testPrincipal();
const read = (of: Of) => runQuery(getDirectory.definition, 'production', somebody, of);

/** Ada and Ben, of whom Ada is in Finance. */
async function pushed() {
  const of = await newDirectory();
  const pusher = await newPusher(of);
  const [ada, ben] = [await pusher.user('ada'), await pusher.user('ben')];
  const groupId = await pusher.group('Finance', [ada.json.id]);
  const otherId = await pusher.group('Sales', [ben.json.id]);
  return { of, groupId, otherId };
}

async function rolesOf({ organizationId }: Of, name: string) {
  const { users } = await scalekitClient('production').users.listOrganizationUsers({
    organizationId,
    pageSize: 10,
  });
  const user = users.find(({ email }) => email === `${name}@${domainOf(organizationId)}`);
  return user?.memberships[0]?.roles.map((role) => role.name) ?? [];
}

describe('mapRoles', () => {
  it('gives the members of a group the role, and takes it back when the mapping is emptied', async () => {
    const { of, groupId } = await pushed();
    await write(mapRoles, { ...of, assignments: [{ groupId, roleName: 'admin' }] });
    expect((await read(of)).assignments).toEqual([{ groupId, roleName: 'admin' }]);
    expect(await rolesOf(of, 'ada')).toContain('admin');
    expect(await rolesOf(of, 'ben')).not.toContain('admin');
    await write(mapRoles, { ...of, assignments: [] });
    expect((await read(of)).assignments).toEqual([]);
    expect(await rolesOf(of, 'ada')).not.toContain('admin');
  });

  it.each([
    ['no group', [{ groupId: '', roleName: 'admin' }], 'assignments.0.groupId'],
    ['no role', [{ groupId: 'dirgroup_1', roleName: '' }], 'assignments.0.roleName'],
    [
      'the same twice',
      [
        { groupId: 'dirgroup_1', roleName: 'admin' },
        { groupId: 'dirgroup_1', roleName: 'admin' },
      ],
      'assignments.1.roleName',
    ],
  ])('refuses %s beside the field', async (_name, assignments, field) => {
    const error = await failureOf(write(mapRoles, { ...(await newDirectory()), assignments }));
    expect(Object.keys(error.fieldErrors ?? {})).toContain(field);
  });

  itFailsInWords({
    action: mapRoles,
    emulator,
    operation: 'directories.assignRoles',
    input: async () => {
      const { of, groupId } = await pushed();
      return { ...of, assignments: [{ groupId, roleName: 'admin' }] };
    },
  });
});

describe('mapAttributes', () => {
  const input = async () => ({
    ...(await newDirectory()),
    attributes: [{ key: 'department', value: 'team' }],
  });

  it('replaces the mapping, and empties it', async () => {
    const one = await input();
    await write(mapAttributes, one);
    expect((await read(one)).attributes).toEqual(one.attributes);
    await write(mapAttributes, { ...one, attributes: [] });
    expect((await read(one)).attributes).toEqual([]);
  });

  it('wants names of 32 characters at most', async () => {
    const attributes = [{ key: 'x'.repeat(33), value: 'x'.repeat(33) }];
    const error = await failureOf(write(mapAttributes, { ...(await input()), attributes }));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['attributes.0.key', 'attributes.0.value']);
  });

  itFailsInWords({ action: mapAttributes, emulator, operation: 'directories.updateAttributes', input });
});

describe('trackGroups', () => {
  it('lets the chosen groups count; the others are shown on demand', async () => {
    const { of, groupId } = await pushed();
    const list = (external: boolean) =>
      runQuery(listDirectoryGroups.definition, 'production', somebody, { ...of, external });
    await write(trackGroups, { ...of, externalIds: ['ext-Finance'] });
    expect((await read(of)).groupsTracked).toBe('selected');
    expect((await list(false)).rows).toMatchObject([{ id: groupId, name: 'Finance', users: 1 }]);
    expect((await list(true)).rows).toHaveLength(2);
    const choices = await runQuery(listGroupChoices.definition, 'production', somebody, of);
    expect(choices).toEqual({
      isWhole: true,
      choices: [
        { key: 'ext-Finance', name: 'Finance', users: 1, isTracked: true },
        { key: 'ext-Sales', name: 'Sales', users: 1, isTracked: false },
      ],
    });
  });

  it('refuses an empty choice', async () => {
    const error = await failureOf(write(trackGroups, { ...(await newDirectory()), externalIds: [] }));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['externalIds']);
  });

  itFailsInWords({
    action: trackGroups,
    emulator,
    operation: 'directories.assignGroupsForDirectory',
    input: async () => ({ ...(await newDirectory()), externalIds: ['ext-Finance'] }),
  });
});

describe('findRoleSources', () => {
  const find = (of: Of, userId: string) =>
    runQuery(findRoleSources.definition, 'production', somebody, {
      organizationId: of.organizationId,
      userId,
    });
  const userIdOf = async ({ organizationId }: Of, name: string) => {
    const { users } = await scalekitClient('production').users.searchUsers({
      query: `${name}@${domainOf(organizationId)}`,
      pageSize: 30,
    });
    return users[0]?.id ?? '';
  };

  it('names the tracked group that brings a role, to its members alone', async () => {
    const { of, groupId } = await pushed();
    await write(mapRoles, { ...of, assignments: [{ groupId, roleName: 'admin' }] });
    expect(await find(of, await userIdOf(of, 'ada'))).toEqual({
      hasDirectories: true,
      isWhole: true,
      sources: [
        {
          roleName: 'admin',
          directory: { id: of.directoryId, name: 'Okta' },
          group: { id: groupId, name: 'Finance', users: 1 },
          isCertain: true,
        },
      ],
    });
    expect((await find(of, await userIdOf(of, 'ben'))).sources).toEqual([]);
    await scalekitClient('production').users.updateMembership({
      organizationId: of.organizationId,
      identities: { case: 'id', value: await userIdOf(of, 'ben') },
      membership: { roles: [{ name: 'admin' }] },
    });
    expect((await find(of, await userIdOf(of, 'ben'))).sources, 'has it by hand').toEqual([]);
  });

  it('reads one page of a group however long it is, and says that it is not certain', async () => {
    const of = await newDirectory();
    const pusher = await newPusher(of);
    const ids: string[] = [];
    for (let count = 0; count < 35; count++) ids.push((await pusher.user(`user-${count}`)).json.id);
    const groupId = await pusher.group('Everybody', ids);
    await write(mapRoles, { ...of, assignments: [{ groupId, roleName: 'admin' }] });
    const [first, last] = [await userIdOf(of, 'user-0'), await userIdOf(of, 'user-34')];
    emulator.current.journal.clear();
    const certain = [await find(of, first), await find(of, last)].map(({ sources }) => sources[0]?.isCertain);
    expect(certain).toEqual([false, true]);
    expect(emulator.current.journal.list('directories.listDirectoryUsers')).toHaveLength(2);
  });
});

describe('reading a directory', () => {
  it('pages users by cursor, with groups, and narrows them by group and day', async () => {
    const { of, groupId } = await pushed();
    const users = (filter: object) =>
      runQuery(listDirectoryUsers.definition, 'production', somebody, { ...of, ...filter });
    const all = await users({});
    expect(all).toMatchObject({ total: 2, nextToken: null });
    const inside = await users({ groupId, since: new Date().toISOString().slice(0, 10) });
    expect(inside.rows).toMatchObject([
      { userName: `ada@${domainOf(of.organizationId)}`, isActive: true, groups: [{ name: 'Finance' }] },
    ]);
    expect((await users({ since: '2999-01-01' })).rows).toEqual([]);
    await expect(users({ since: 'yesterday' })).rejects.toMatchObject({ code: 'invalid' });
    const summary = await runQuery(listTrackedGroups.definition, 'production', somebody, of);
    expect(summary.map(({ name }) => name)).toEqual(['Finance', 'Sales']);
  });

  it('takes one call for a thousand users as for ten', async () => {
    const of = await newDirectory();
    const pusher = await newPusher(of);
    let pushed = 0;
    const callsWith = async (count: number) => {
      while (pushed < count) await pusher.user(`user-${pushed++}`);
      emulator.current.journal.clear();
      const page = await runQuery(listDirectoryUsers.definition, 'production', somebody, of);
      expect([page.rows.length, page.total]).toEqual([Math.min(count, 30), count]);
      return emulator.current.journal.list().length;
    };
    expect(await callsWith(10)).toBe(1);
    expect(await callsWith(1_000)).toBe(1);
  }, 60_000);

  it('keeps to the organization, and hides it from a limited person', async () => {
    const [mine, other] = await Promise.all([newDirectory(), newDirectory()]);
    const foreign = { ...mine, directoryId: other.directoryId };
    await expect(read(foreign)).rejects.toMatchObject({ code: 'not_found' });
    const rows = await runQuery(listDirectories.definition, 'production', somebody, mine);
    expect(rows.map(({ id }) => id)).toEqual([mine.directoryId]);
    const limited = testPrincipal({ customers: new Set([other.organizationId]) });
    await expect(runQuery(getDirectory.definition, 'production', limited, mine)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
