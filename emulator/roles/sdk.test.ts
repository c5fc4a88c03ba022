import { ScalekitBadRequestException, ScalekitClient, ScalekitNotFoundException } from '@scalekit-sdk/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

// The official SDK as it is published, over gRPC. It takes whole messages; a test sends what a program would.
let test: TestEmulator;
let scalekit: ScalekitClient;
let orgId: string;
beforeAll(async () => {
  test = await TestEmulator.start();
  const { url, clientId, clientSecret } = test.emulator;
  scalekit = new ScalekitClient(url, clientId, clientSecret);
  orgId = (await test.organization()).id;
});
afterAll(() => test.stop());

const newRole = (name: string, fields: object = {}): Json => ({
  name,
  displayName: name,
  permissions: [],
  ...fields,
});
const names = (list: { name: string }[]) => list.map(({ name }) => name);

describe('permissions through the official SDK', () => {
  it('are created, read, listed, changed and deleted', async () => {
    const { permission } = scalekit;
    const input = (description: string): Json => ({ name: 'sdk:read', description });
    expect((await permission.createPermission(input('Read'))).permission?.name).toBe('sdk:read');
    await expect(permission.createPermission(input('Again'))).rejects.toThrow(ScalekitBadRequestException);
    await permission.updatePermission('sdk:read', input('Read all'));
    expect((await permission.getPermission('sdk:read')).permission?.description).toBe('Read all');
    expect(names((await permission.listPermissions(undefined, 5)).permissions)).toContain('sdk:read');
    await permission.addPermissionsToRole('member', ['sdk:read']);
    expect(names((await permission.listRolePermissions('member')).permissions)).toEqual(['sdk:read']);
    expect(names((await permission.listEffectiveRolePermissions('member')).permissions)).toEqual([
      'sdk:read',
    ]);
    await permission.removePermissionFromRole('member', 'sdk:read');
    await permission.deletePermission('sdk:read');
    await expect(permission.getPermission('sdk:read')).rejects.toThrow(ScalekitNotFoundException);
  });
});

describe('roles through the official SDK', () => {
  it('of the environment go through their life', async () => {
    const { role } = scalekit;
    await role.createRole(newRole('sdk_base'));
    await role.createRole(newRole('sdk_role', { extends: 'sdk_base' }));
    expect(names((await role.listDependentRoles('sdk_base')).roles)).toEqual(['sdk_role']);
    await role.updateRole('sdk_role', { displayName: 'Renamed', permissions: [] } as Json);
    expect((await role.getRole('sdk_role')).role).toMatchObject({
      displayName: 'Renamed',
      extends: 'sdk_base',
    });
    expect((await role.getRoleUsersCount('sdk_role')).count).toBe(0n);
    await expect(role.deleteRole('sdk_base')).rejects.toThrow(ScalekitBadRequestException);
    await role.deleteRoleBase('sdk_role');
    await role.deleteRole('sdk_base');
    await test.member(orgId, 'sdk@example.com', { membership: { roles: [{ name: 'sdk_role' }] } });
    await expect(role.deleteRole('sdk_role')).rejects.toThrow('assigned to users');
    await role.deleteRole('sdk_role', 'member');
    expect(names((await role.listRoles()).roles)).toEqual(['admin', 'member']);
    const defaults = await role.updateDefaultRoles({
      defaultCreatorRole: 'admin',
      defaultMemberRole: 'member',
    });
    expect([defaults.defaultCreator?.name, defaults.defaultMember?.name]).toEqual(['admin', 'member']);
  });

  it('of an organization go through theirs', async () => {
    const { role } = scalekit;
    await role.createOrganizationRole(orgId, newRole('sdk_own', { extends: 'member' }));
    await role.updateOrganizationRole(orgId, 'sdk_own', { description: 'Own', permissions: [] } as Json);
    expect((await role.getOrganizationRole(orgId, 'sdk_own')).role).toMatchObject({
      description: 'Own',
      isOrgRole: true,
    });
    expect(names((await role.listOrganizationRoles(orgId)).roles)).toContain('sdk_own');
    expect((await role.getOrganizationRoleUsersCount(orgId, 'sdk_own')).count).toBe(0n);
    expect((await role.updateDefaultOrganizationRoles(orgId, 'sdk_own')).defaultMember?.name).toBe('sdk_own');
    await role.deleteOrganizationRoleBase(orgId, 'sdk_own');
    await role.deleteOrganizationRole(orgId, 'sdk_own', 'member');
    await expect(role.getOrganizationRole(orgId, 'sdk_own')).rejects.toThrow(ScalekitNotFoundException);
  });
});
