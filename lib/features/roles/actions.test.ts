import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { createRole, deleteRole, removeRoleBase, setDefaultRole, updateRole } from './actions';
import { listOrganizationRoles, listPermissionChoices } from './queries';

withTestDatabase();
const emulator = withEmulator();

const newRole = (organizationId: string) => ({
  organizationId,
  name: 'billing_clerk',
  displayName: 'Billing clerk',
  description: 'Looks after invoices',
  extends: 'member',
  permissions: [] as string[],
});

async function permissions(): Promise<[string, string]> {
  const { roles } = scalekitClient('production');
  const names = [`a${randomUUID().slice(0, 6)}:read`, `b${randomUUID().slice(0, 6)}:read`] as const;
  for (const name of names) await roles.createPermission({ permission: { name, description: 'To read' } });
  return [...names];
}

async function made() {
  const organizationId = await newOrganization();
  const { name } = await write(createRole, newRole(organizationId));
  return { organizationId, name };
}

/** The role in use by one member. */
async function held() {
  const role = await made();
  const user = {
    email: `bo.${randomUUID()}@heronsgate.example`,
    membership: { roles: [{ name: role.name }] },
  };
  await scalekitClient('production').users.createUserAndMembership({
    organizationId: role.organizationId,
    user,
    sendInvitationEmail: false,
  });
  return role;
}

const list = (organizationId: string) =>
  runQuery(listOrganizationRoles.definition, 'production', testPrincipal(), { organizationId });
const find = async ({ organizationId, name }: { organizationId: string; name: string }) =>
  (await list(organizationId)).roles.find((role) => role.name === name);

describe('createRole', () => {
  it('makes a role of the organization and logs it', async () => {
    const somebody = testPrincipal();
    const [read] = await permissions();
    const organizationId = await newOrganization();
    const input = { ...newRole(organizationId), permissions: [read] };
    await write(createRole, input, somebody);
    expect(await find({ organizationId, name: input.name })).toEqual({
      name: 'billing_clerk',
      displayName: 'Billing clerk',
      description: 'Looks after invoices',
      isOwn: true,
      extends: 'member',
      permissions: [read],
      isDefaultMember: false,
      isDefaultCreator: false,
    });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', organizationId, targetId: 'billing_clerk', details: { permissions: [read] } },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['a name with a hyphen', { name: 'team-lead' }, 'name'],
    ['a name of 65 characters', { name: 'x'.repeat(65) }, 'name'],
    ['no display name', { displayName: '' }, 'displayName'],
    ['a display name of 101 characters', { displayName: 'x'.repeat(101) }, 'displayName'],
    ['101 permissions', { permissions: Array.from({ length: 101 }, (_, i) => `p:${i}`) }, 'permissions'],
    ['a base that is not there', { extends: 'nobody' }, 'extends'],
    ['a permission that is not there', { permissions: ['no:one'] }, 'permissions'],
  ])('refuses %s beside the field', async (_name, part, field) => {
    const input = { ...newRole(await newOrganization()), ...part };
    expect(Object.keys((await failureOf(write(createRole, input))).fieldErrors ?? {})).toEqual([field]);
  });

  it('says that the name is taken, by the environment too', async () => {
    const input = { ...newRole(await newOrganization()), name: 'admin', extends: '' };
    expect((await failureOf(write(createRole, input))).fieldErrors?.name).toMatch(/taken/);
  });

  itFailsInWords({
    action: createRole,
    emulator,
    operation: 'roles.createOrganizationRole',
    input: async () => newRole(await newOrganization()),
  });
});

describe('updateRole', () => {
  it('changes what is sent and leaves the rest', async () => {
    const role = await made();
    const [read, other] = await permissions();
    await write(updateRole, { ...role, permissions: [read] });
    await write(updateRole, { ...role, displayName: 'Clerk', extends: 'admin' });
    expect(await find(role)).toMatchObject({
      displayName: 'Clerk',
      description: 'Looks after invoices',
      extends: 'admin',
      permissions: [read],
    });
    await write(updateRole, { ...role, permissions: [other] });
    expect(await find(role)).toMatchObject({ permissions: [other] });
  });

  it('refuses to take the last permission away: Scalekit would keep it and say nothing', async () => {
    const role = await made();
    const [read] = await permissions();
    await write(updateRole, { ...role, permissions: [] });
    await write(updateRole, { ...role, permissions: [read] });
    const error = await failureOf(write(updateRole, { ...role, permissions: [] }));
    expect(error.fieldErrors?.permissions).toMatch(/last one/);
    expect(await find(role)).toMatchObject({ permissions: [read] });
  });

  it('refuses a base that extends the role', async () => {
    const role = await made();
    await write(createRole, { ...newRole(role.organizationId), name: 'chief', extends: role.name });
    const error = await failureOf(write(updateRole, { ...role, extends: 'chief' }));
    expect(error.fieldErrors?.extends).toMatch(/extends/);
  });

  it('knows no role of the environment', async () => {
    const organizationId = await newOrganization();
    const input = { organizationId, name: 'member', displayName: 'Everybody' };
    expect((await failureOf(write(updateRole, input))).code).toBe('not_found');
  });

  itFailsInWords({
    action: updateRole,
    emulator,
    operation: 'roles.updateOrganizationRole',
    input: async () => ({ ...(await made()), displayName: 'Clerk' }),
  });
});

describe('removeRoleBase', () => {
  it('leaves the role alone', async () => {
    const role = await made();
    await write(removeRoleBase, role);
    expect(await find(role)).toMatchObject({ extends: null });
  });

  it('refuses what is no role name', async () => {
    const input = { organizationId: await newOrganization(), name: 'team-lead' };
    expect((await failureOf(write(removeRoleBase, input))).fieldErrors?.name).toBeTruthy();
  });

  itFailsInWords({
    action: removeRoleBase,
    emulator,
    operation: 'roles.deleteOrganizationRoleBase',
    input: made,
  });
});

describe('setDefaultRole', () => {
  it('sets it here alone, and the list tells who chose it', async () => {
    const role = await made();
    expect((await list(role.organizationId)).memberDefaultSource).toBe('environment');
    await write(setDefaultRole, role);
    expect(await find(role)).toMatchObject({ isDefaultMember: true });
    expect((await list(role.organizationId)).memberDefaultSource).toBe('organization');
    const other = await list(await newOrganization());
    expect(other.roles.find(({ isDefaultMember }) => isDefaultMember)?.name).toBe('member');
  });

  it('refuses a role that is not there', async () => {
    const input = { organizationId: await newOrganization(), name: 'nobody' };
    expect((await failureOf(write(setDefaultRole, input))).code).toBe('not_found');
  });

  it('refuses none', async () => {
    const input = { organizationId: await newOrganization(), name: '' };
    expect((await failureOf(write(setDefaultRole, input))).fieldErrors?.name).toBeTruthy();
  });

  itFailsInWords({
    action: setDefaultRole,
    emulator,
    operation: 'roles.updateDefaultOrganizationRoles',
    input: made,
  });
});

describe('deleteRole', () => {
  it('takes it away where nobody has it', async () => {
    const role = await made();
    await write(deleteRole, { ...role, successor: '' });
    expect(await find(role)).toBeUndefined();
  });

  it('moves who has it, and is refused in words without a successor', async () => {
    const role = await held();
    const error = await failureOf(write(deleteRole, { ...role, successor: '' }));
    expect(['invalid', 'conflict']).toContain(error.code);
    expect(error.message).toMatch(/assigned to users/);
    const somebody = testPrincipal();
    await write(deleteRole, { ...role, successor: 'admin' }, somebody);
    expect(await find(role)).toBeUndefined();
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', targetId: role.name, details: { successor: 'admin' } },
      { kind: 'outcome', outcome: 'ok' },
    ]);
  });

  it('refuses itself as its successor', async () => {
    const role = await made();
    const error = await failureOf(write(deleteRole, { ...role, successor: role.name }));
    expect(error.fieldErrors?.successor).toBeTruthy();
  });

  itFailsInWords({
    action: deleteRole,
    emulator,
    operation: 'roles.deleteOrganizationRole',
    input: async () => ({ ...(await made()), successor: 'member' }),
  });
});

describe('listPermissionChoices', () => {
  it('offers what exists, in order', async () => {
    const [read] = await permissions();
    const organizationId = await newOrganization();
    const query = listPermissionChoices.definition;
    const choice = await runQuery(query, 'production', testPrincipal(), { organizationId });
    const names = choice.permissions.map(({ name }) => name);
    expect(names).toContain(read);
    expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
    expect(choice.complete).toBe(true);
  });
});
