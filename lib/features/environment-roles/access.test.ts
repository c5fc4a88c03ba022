import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { admin, find, lead, made, newPermission } from '@/tests/setup/environment-roles';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { addPermissions, deleteEnvironmentRole, removePermission, setDefaultRoles } from './actions';

withTestDatabase();
const emulator = withEmulator();

describe('addPermissions and removePermission', () => {
  it('add to what there is, and take one, even the last', async () => {
    const [read, other] = [await newPermission(), await newPermission()];
    const role = await made({ permissions: [read] });
    await write(addPermissions, { ...role, permissions: [other] }, lead());
    expect(await find(role.name)).toMatchObject({ permissions: [read, other].sort() });
    await write(removePermission, { ...role, permission: read }, lead());
    await write(removePermission, { ...role, permission: other }, lead());
    expect(await find(role.name)).toMatchObject({ permissions: [] });
  });

  it.each([
    ['none', [], 'permissions'],
    ['more than 100', Array.from({ length: 101 }, (_, i) => `p:${i}`), 'permissions'],
    ['what is no name', ['no one'], 'permissions.0'],
  ])('refuse %s beside the field', async (_name, permissions, field) => {
    const error = await failureOf(write(addPermissions, { ...(await made()), permissions }, lead()));
    expect(Object.keys(error.fieldErrors ?? {})).toContain(field);
  });

  it('say that the role does not have it', async () => {
    const input = { ...(await made()), permission: await newPermission() };
    expect((await failureOf(write(removePermission, input, lead()))).code).toBe('not_found');
  });

  itFailsInWords({
    action: addPermissions,
    emulator,
    operation: 'roles.addPermissionsToRole',
    input: async () => ({ ...(await made()), permissions: [await newPermission()] }),
    principal: { role: 'lead' },
  });

  itFailsInWords({
    action: removePermission,
    emulator,
    operation: 'roles.removePermissionFromRole',
    input: async () => {
      const read = await newPermission();
      return { ...(await made({ permissions: [read] })), permission: read };
    },
    principal: { role: 'lead' },
  });
});

describe('setDefaultRoles', () => {
  it('sets both, and the flags of the roles tell', async () => {
    const role = await made();
    await write(setDefaultRoles, { creator: role.name, member: 'member' }, lead());
    expect(await find(role.name)).toMatchObject({ defaultCreator: true, defaultMember: false });
    await write(setDefaultRoles, { creator: 'admin', member: 'member' }, lead());
    expect(await find(role.name)).toMatchObject({ defaultCreator: false });
  });

  it.each([
    ['none', ''],
    ['what is no role name', 'team-lead'],
  ])('refuses %s beside the field', async (_name, creator) => {
    const error = await failureOf(write(setDefaultRoles, { creator, member: 'member' }, lead()));
    expect(error.fieldErrors?.creator).toBeTruthy();
  });

  it('says that there is no such role', async () => {
    const error = await failureOf(write(setDefaultRoles, { creator: 'nobody', member: 'member' }, lead()));
    expect(error.code).toBe('not_found');
  });

  itFailsInWords({
    action: setDefaultRoles,
    emulator,
    operation: 'roles.updateDefaultRoles',
    input: async () => ({ creator: 'admin', member: 'member' }),
    principal: { role: 'lead' },
  });
});

describe('deleteEnvironmentRole', () => {
  it('is refused without a successor where somebody has it, and moves them with one', async () => {
    const role = await made();
    const organizationId = await newOrganization();
    const user = {
      email: `bo.${randomUUID()}@heronsgate.example`,
      membership: { roles: [{ name: role.name }] },
    };
    const { users } = scalekitClient('production');
    await users.createUserAndMembership({ organizationId, user, sendInvitationEmail: false });
    const error = await failureOf(write(deleteEnvironmentRole, { ...role, successor: '' }, admin()));
    expect(error.message).toMatch(/assigned to users/);
    const somebody = admin();
    await write(deleteEnvironmentRole, { ...role, successor: 'admin' }, somebody);
    expect((await failureOf(find(role.name))).code).toBe('not_found');
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', targetId: role.name, details: { successor: 'admin' } },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it('refuses itself as its successor', async () => {
    const role = await made();
    const input = { ...role, successor: role.name };
    expect(
      (await failureOf(write(deleteEnvironmentRole, input, admin()))).fieldErrors?.successor,
    ).toBeTruthy();
  });

  it('is refused to a lead, and asks an admin for a fresh sign-in', async () => {
    const input = { ...(await made()), successor: '' };
    expect((await failureOf(write(deleteEnvironmentRole, input, lead()))).code).toBe('forbidden');
    const stale = testPrincipal({ role: 'admin', authTime: new Date(0) });
    expect(await failureOf(write(deleteEnvironmentRole, input, stale))).toMatchObject({ stepUp: true });
  });

  itFailsInWords({
    action: deleteEnvironmentRole,
    emulator,
    operation: 'roles.deleteRole',
    input: async () => ({ ...(await made()), successor: 'member' }),
    principal: { role: 'admin' },
  });
});
