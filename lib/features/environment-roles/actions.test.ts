import { describe, expect, it } from 'vitest';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { find, lead, made, newPermission, newRole } from '@/tests/setup/environment-roles';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { createEnvironmentRole, removeEnvironmentRoleBase, updateEnvironmentRole } from './actions';

withTestDatabase();
const emulator = withEmulator();

describe('createEnvironmentRole', () => {
  it('makes a role of the environment and logs it', async () => {
    const somebody = lead();
    const read = await newPermission();
    const input = { ...newRole(), permissions: [read] };
    await write(createEnvironmentRole, input, somebody);
    expect(await find(input.name)).toMatchObject({
      displayName: 'Yard clerk',
      extends: 'member',
      permissions: [read],
      isOrgRole: false,
    });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', organizationId: null, targetId: input.name, details: { permissions: [read] } },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it('is refused to support: every customer would have it', async () => {
    expect((await failureOf(write(createEnvironmentRole, newRole()))).code).toBe('forbidden');
  });

  it.each([
    ['a name with a hyphen', { name: 'team-lead' }, 'name'],
    ['a name of 65 characters', { name: 'x'.repeat(65) }, 'name'],
    ['no display name', { displayName: '' }, 'displayName'],
    ['101 permissions', { permissions: Array.from({ length: 101 }, (_, i) => `p:${i}`) }, 'permissions'],
    ['a base that is not there', { extends: 'nobody' }, 'extends'],
    ['a permission that is not there', { permissions: ['no:one'] }, 'permissions'],
    ['a name that is taken', { name: 'admin', extends: '' }, 'name'],
  ])('refuses %s beside the field', async (_name, part, field) => {
    const error = await failureOf(write(createEnvironmentRole, { ...newRole(), ...part }, lead()));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({
    action: createEnvironmentRole,
    emulator,
    operation: 'roles.createRole',
    input: async () => newRole(),
    principal: { role: 'lead' },
  });
});

describe('updateEnvironmentRole', () => {
  it('changes what is sent and leaves the rest', async () => {
    const [read, other] = [await newPermission(), await newPermission()];
    const role = await made({ permissions: [read] });
    await write(updateEnvironmentRole, { ...role, displayName: 'Clerk', extends: 'admin' }, lead());
    expect(await find(role.name)).toMatchObject({
      displayName: 'Clerk',
      description: 'Looks after the yard',
      extends: 'admin',
      permissions: [read],
    });
    await write(updateEnvironmentRole, { ...role, permissions: [other] }, lead());
    expect(await find(role.name)).toMatchObject({ permissions: [other] });
  });

  it('refuses to take the last permission away: Scalekit would keep it and say nothing', async () => {
    const read = await newPermission();
    const role = await made({ permissions: [read] });
    const error = await failureOf(write(updateEnvironmentRole, { ...role, permissions: [] }, lead()));
    expect(error.fieldErrors?.permissions).toMatch(/last one/);
    expect(await find(role.name)).toMatchObject({ permissions: [read] });
  });

  it('refuses a base that extends the role', async () => {
    const role = await made();
    const { name: chief } = await made({ extends: role.name });
    const error = await failureOf(write(updateEnvironmentRole, { ...role, extends: chief }, lead()));
    expect(error.fieldErrors?.extends).toMatch(/extends/);
  });

  itFailsInWords({
    action: updateEnvironmentRole,
    emulator,
    operation: 'roles.updateRole',
    input: async () => ({ ...(await made()), displayName: 'Clerk' }),
    principal: { role: 'lead' },
  });
});

describe('removeEnvironmentRoleBase', () => {
  it('leaves the role alone', async () => {
    const role = await made();
    await write(removeEnvironmentRoleBase, role, lead());
    expect((await find(role.name))?.extends ?? '').toBe('');
  });

  it('refuses what is no role name', async () => {
    const error = await failureOf(write(removeEnvironmentRoleBase, { name: 'team-lead' }, lead()));
    expect(error.fieldErrors?.name).toBeTruthy();
  });

  itFailsInWords({
    action: removeEnvironmentRoleBase,
    emulator,
    operation: 'roles.deleteRoleBase',
    input: made,
    principal: { role: 'lead' },
  });
});
