import { ScalekitClient, ScalekitNotFoundException } from '@scalekit-sdk/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commonsPb } from '@/lib/scalekit/services';
import { TestEmulator } from '../test-client';

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

async function create(email: string, fields: object = {}): Promise<string> {
  const options = { email, sendInvitationEmail: false, ...fields };
  return (await scalekit.user.createUserAndMembership(orgId, options)).user?.id ?? '';
}

// The official SDK as it is published, over gRPC.
describe('users through the official SDK', () => {
  it('are created, found, changed and deleted', async () => {
    const id = await create('ines@example.com', { externalId: 'u-1', userProfile: { firstName: 'Ines' } });
    expect((await scalekit.user.getUserByExternalId('u-1')).user?.id).toBe(id);
    const changes = { userProfile: { lastName: 'Ashgrave' }, metadata: { team: 'red' } };
    const { user } = await scalekit.user.updateUser(id, changes);
    expect(user).toMatchObject({
      metadata: { team: 'red' },
      userProfile: { givenName: 'Ines', familyName: 'Ashgrave', name: 'Ines Ashgrave' },
    });
    expect((await scalekit.user.listUsers({ pageSize: 5 })).users.map((one) => one.id)).toContain(id);
    expect((await scalekit.user.searchUsers('INES')).totalSize).toBe(1);
    expect((await scalekit.user.searchOrganizationUsers(orgId, 'ines')).totalSize).toBe(1);
    await scalekit.user.deleteUser(id);
    await expect(scalekit.user.getUser(id)).rejects.toThrow(ScalekitNotFoundException);
  });

  it('are members with roles, in one organization and another', async () => {
    const id = await create('omar@example.com', { externalId: 'u-2' });
    const { roles } = await scalekit.user.assignUserRoles(orgId, id, ['admin']);
    expect(roles.map(({ name }) => name)).toEqual(['member', 'admin']);
    await scalekit.user.removeUserRole(orgId, id, 'member');
    expect((await scalekit.user.listUserRoles(orgId, id)).roles.map(({ name }) => name)).toEqual(['admin']);
    expect((await scalekit.user.listUserPermissions(orgId, id)).permissions).toEqual([]);

    const { id: other } = await test.organization();
    await scalekit.user.createMembershipByExternalId(other, 'u-2', { sendInvitationEmail: false });
    await scalekit.user.updateMembership(other, id, { roles: ['admin'], metadata: { desk: '4' } });
    const { users } = await scalekit.user.listOrganizationUsers(other);
    expect(users[0]?.memberships[0]).toMatchObject({ metadata: { desk: '4' }, roles: [{ name: 'admin' }] });
    await scalekit.user.deleteMembership(other, id);
    await scalekit.user.deleteMembershipByExternalId(orgId, 'u-2');
    expect((await scalekit.user.getUser(id)).user?.memberships).toEqual([]);
    await scalekit.user.deleteUserByExternalId('u-2');
  });

  it('are invited, and invited again', async () => {
    const id = await create('late@example.com', { sendInvitationEmail: true });
    const { invite } = await scalekit.user.resendInvite(orgId, id);
    expect(invite).toMatchObject({ userId: id, status: 'PENDING_INVITE', resentCount: 1 });
    const { user } = await scalekit.user.getUser(id);
    expect(user?.memberships[0]?.membershipStatus).toBe(commonsPb.MembershipStatus.PENDING_INVITE);
  });
});
