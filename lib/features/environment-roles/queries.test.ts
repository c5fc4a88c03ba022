import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import {
  countEnvironmentRoleUsers,
  countUsersByEnvironmentRole,
  getEnvironmentRole,
  getEnvironmentRoleUse,
  listDirectPermissions,
  listEnvironmentRoles,
  listOwnHeirs,
} from './queries';

withTestDatabase();
const emulator = withEmulator();
const lead = () => testPrincipal({ role: 'lead' });
const limited = () => testPrincipal({ role: 'admin', customers: new Set(['org_1']) });

/** A role with a permission, one that extends it, and one that an organization has built on it, each held once. */
async function arranged() {
  const { roles, users } = scalekitClient('production');
  const word = randomUUID().slice(0, 8);
  const [permission, base] = [`yard:${word}`, `base_${word}`];
  await roles.createPermission({ permission: { name: permission, description: 'The yard' } });
  await roles.createRole({ role: { name: base, displayName: 'Base', permissions: [permission] } });
  await roles.createRole({ role: { name: `heir_${word}`, displayName: 'Heir', extends: base } });
  const [here, there] = [await newOrganization(), await newOrganization()];
  const own = { name: `own_${word}`, displayName: 'Own', extends: base };
  await roles.createOrganizationRole({ orgId: there, role: own });
  const add = async (organizationId: string, name: string) => {
    const email = `ada.${randomUUID()}@heronsgate.example`;
    const user = { email, membership: { roles: [{ name }] } };
    await users.createUserAndMembership({ organizationId, user, sendInvitationEmail: false });
    return email;
  };
  await add(here, base);
  await add(here, `heir_${word}`);
  const owner = await add(there, own.name);
  return { word, permission, base, here, there, owner };
}

describe('the roles of the environment', () => {
  it('come in one call, without those of organizations, for limited people too', async () => {
    const { base, permission, word } = await arranged();
    emulator.current.journal.clear();
    const list = await runQuery(listEnvironmentRoles.definition, 'production', limited(), {});
    expect(emulator.current.journal.list()).toHaveLength(1);
    const names = list.roles.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['admin', 'member', base, `heir_${word}`]));
    expect(names).not.toContain(`own_${word}`);
    expect(list.roles.find(({ name }) => name === base)?.permissions).toEqual([permission]);
    expect(list.descriptions[permission]).toBe('The yard');
  });

  it('are read one by one with what they bring in all', async () => {
    const { base, permission, word } = await arranged();
    const read = (name: string) => runQuery(getEnvironmentRole.definition, 'production', limited(), { name });
    const heir = await read(`heir_${word}`);
    expect(heir.role).toMatchObject({ extends: base, permissions: [] });
    expect(heir.effective).toEqual([{ name: permission, description: 'The yard' }]);
    const direct = runQuery(listDirectPermissions.definition, 'production', limited(), { name: base });
    expect(await direct).toEqual([{ name: permission, description: 'The yard' }]);
    expect((await failureOf(read('nobody'))).code).toBe('not_found');
  });

  it('tell who has one everywhere, with roles that organizations built on it', async () => {
    const { base, permission, word, here, there, owner } = await arranged();
    const use = await runQuery(getEnvironmentRoleUse.definition, 'production', lead(), { name: base });
    expect(use.heirs).toMatchObject([{ name: `own_${word}`, extends: base }]);
    const byRoles = Object.fromEntries(use.holders.map((one) => [one.roles.join(), one]));
    expect(Object.keys(byRoles).sort()).toEqual([base, `heir_${word}`, `own_${word}`].sort());
    expect(byRoles[`own_${word}`]).toMatchObject({
      examples: [owner],
      organizations: [{ id: there, count: 1 }],
    });
    expect(byRoles[base]?.organizations).toMatchObject([{ id: here, count: 1 }]);
    expect(use.read).toBe(use.total);
    expect(permission).toBeTruthy();
    const heirs = await runQuery(listOwnHeirs.definition, 'production', lead(), { name: base });
    expect(heirs).toEqual([{ name: `own_${word}`, displayName: 'Own' }]);
  });

  it('are counted one by one, and many at once, each with a word where Scalekit does not tell', async () => {
    const { base } = await arranged();
    const count = () => runQuery(countEnvironmentRoleUsers.definition, 'production', lead(), { name: base });
    expect(await count()).toBe(3);
    emulator.current.faults.add({ operation: 'roles.getRoleUsersCount', status: 403, times: 1 });
    const counts = await runQuery(countUsersByEnvironmentRole.definition, 'production', lead(), {});
    expect(counts.counts.filter(({ users }) => users === null)).toHaveLength(1);
  });

  it('hide people from those limited to some customers', async () => {
    for (const query of [getEnvironmentRoleUse, listOwnHeirs, countEnvironmentRoleUsers]) {
      const read = runQuery<typeof query.definition.input, unknown>(
        query.definition,
        'production',
        limited(),
        { name: 'member' },
      );
      expect((await failureOf(read)).code).toBe('forbidden');
    }
  });
});
