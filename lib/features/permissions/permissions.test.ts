import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { createPermission, deletePermission, updatePermission } from './actions';
import { getPermission, getPermissionUse, listPermissionChoices, listPermissions } from './queries';
import { readPermissions } from './schema';

withTestDatabase();
const emulator = withEmulator();
const lead = () => testPrincipal({ role: 'lead' });
const admin = () => testPrincipal({ role: 'admin' });
const limited = () => testPrincipal({ role: 'admin', customers: new Set(['org_1']) });

const newPermission = () => ({ name: `gate_${randomUUID().slice(0, 8)}:open`, description: 'To open' });

async function made() {
  const input = { ...newPermission() };
  await write(createPermission, input, lead());
  return { name: input.name };
}

const read = (name: string, principal = lead()) =>
  runQuery(getPermission.definition, 'production', principal, { name });

describe('createPermission', () => {
  it('makes one and logs it', async () => {
    const somebody = lead();
    const input = newPermission();
    await write(createPermission, input, somebody);
    expect(await read(input.name)).toMatchObject({ ...input, isScalekits: false });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', targetId: input.name },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it.each([
    ['no name', { name: ' ' }],
    ['a name with a space', { name: 'read docs' }],
    ['a name with a hyphen', { name: 'read-docs' }],
    ['a name of 65 characters', { name: 'x'.repeat(65) }],
  ])('refuses %s beside the name', async (_name, part) => {
    const error = await failureOf(write(createPermission, { ...newPermission(), ...part }, lead()));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['name']);
  });

  it('refuses a long description beside it, and a name that is taken beside the name', async () => {
    const long = { ...newPermission(), description: 'x'.repeat(2_001) };
    expect((await failureOf(write(createPermission, long, lead()))).fieldErrors?.description).toBeTruthy();
    const again = { ...newPermission(), ...(await made()) };
    expect((await failureOf(write(createPermission, again, lead()))).fieldErrors?.name).toMatch(/There is/);
  });

  itFailsInWords({
    action: createPermission,
    emulator,
    operation: 'roles.createPermission',
    input: async () => newPermission(),
    principal: { role: 'lead' },
  });
});

describe('updatePermission', () => {
  it('changes the description, and clears it', async () => {
    const { name } = await made();
    await write(updatePermission, { name, description: 'To open and close' }, lead());
    expect(await read(name)).toMatchObject({ description: 'To open and close' });
    await write(updatePermission, { name, description: '' }, lead());
    expect(await read(name)).toMatchObject({ description: null });
  });

  it('is refused for one of Scalekit’s own, in words', async () => {
    const { permissions } = await runQuery(listPermissions.definition, 'production', lead(), {});
    const name = permissions.find(({ isScalekits }) => isScalekits)?.name ?? '';
    const error = await failureOf(write(updatePermission, { name, description: 'Mine' }, lead()));
    expect(error.message).toMatch(/predefined/);
  });

  it('refuses what is no name', async () => {
    const error = await failureOf(write(updatePermission, { name: 'a b', description: '' }, lead()));
    expect(error.fieldErrors?.name).toBeTruthy();
  });

  itFailsInWords({
    action: updatePermission,
    emulator,
    operation: 'roles.updatePermission',
    input: async () => ({ ...(await made()), description: 'Other' }),
    principal: { role: 'lead' },
  });
});

describe('deletePermission', () => {
  it('takes one away, not one that a role has', async () => {
    const { name } = await made();
    const { roles } = scalekitClient('production');
    const roleName = `keeper_${randomUUID().slice(0, 8)}`;
    await roles.createRole({ role: { name: roleName, displayName: 'Keeper', permissions: [name] } });
    const error = await failureOf(write(deletePermission, { name }, admin()));
    expect(error.message).toContain(roleName);
    await roles.removePermissionFromRole({ roleName, permissionName: name });
    await write(deletePermission, { name }, admin());
    expect((await failureOf(read(name))).code).toBe('not_found');
  });

  it('is refused to a lead', async () => {
    expect((await failureOf(write(deletePermission, await made(), lead()))).code).toBe('forbidden');
  });

  it('refuses what is no name', async () => {
    const error = await failureOf(write(deletePermission, { name: '' }, admin()));
    expect(error.fieldErrors?.name).toBeTruthy();
  });

  itFailsInWords({
    action: deletePermission,
    emulator,
    operation: 'roles.deletePermission',
    input: made,
    principal: { role: 'admin' },
  });
});

describe('reads', () => {
  it('give all, by name, 100 at a time, and say when there are more than are read', async () => {
    const { environment, store } = emulator.current;
    const ids: string[] = [];
    const createdAt = environment.clock.now();
    for (let index = 0; index < readPermissions; index += 1) {
      const id = environment.newId('perm');
      const name = `many_${String(index).padStart(4, '0')}:read`;
      store.permissions.put({ id, createdAt, updatedAt: createdAt, name, description: '' });
      ids.push(id);
    }
    emulator.current.journal.clear();
    const list = await runQuery(listPermissions.definition, 'production', limited(), {});
    expect(list.complete).toBe(false);
    expect(list.permissions).toHaveLength(readPermissions);
    expect(emulator.current.journal.list('roles.listPermissions')).toHaveLength(readPermissions / 100);
    for (const id of ids) store.permissions.delete(id);
    const choice = await runQuery(listPermissionChoices.definition, 'production', limited(), {});
    expect(choice.complete).toBe(true);
    const names = choice.permissions.map(({ name }) => name);
    expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
  });

  it('tell who has a permission by a role or by what stands on it; not to limited people', async () => {
    const { name } = await made();
    const { roles, users } = scalekitClient('production');
    const base = `gate_${randomUUID().slice(0, 8).replaceAll('-', '_')}`;
    await roles.createRole({ role: { name: base, displayName: 'Gate', permissions: [name] } });
    await roles.createRole({ role: { name: `${base}_chief`, displayName: 'Chief', extends: base } });
    const organizationId = await newOrganization();
    const email = `ada.${randomUUID()}@heronsgate.example`;
    const user = { email, membership: { roles: [{ name: `${base}_chief` }] } };
    await users.createUserAndMembership({ organizationId, user, sendInvitationEmail: false });
    const use = await runQuery(getPermissionUse.definition, 'production', lead(), { name });
    expect(use.holders).toMatchObject([
      {
        roles: [`${base}_chief`],
        count: 1,
        examples: [email],
        organizations: [{ id: organizationId, count: 1 }],
      },
    ]);
    const refused = runQuery(getPermissionUse.definition, 'production', limited(), { name });
    expect((await failureOf(refused)).code).toBe('forbidden');
  });
});
