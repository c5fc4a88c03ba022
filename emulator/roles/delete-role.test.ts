import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
let org: Json;
let role: string;
let counter = 0;
beforeAll(async () => {
  test = await TestEmulator.start();
  org = await test.organization();
});
afterAll(() => test.stop());
beforeEach(async () => {
  counter += 1;
  role = `role_${counter}`;
  await create(role, { extends: 'member' });
});

const create = (name: string, fields: object = {}, path = '/roles') =>
  test.call('POST', path, { name, display_name: name, ...fields });
const remove = (name: string, successor?: string) =>
  test.call('DELETE', `/roles/${name}${successor ? `?reassign_role_name=${successor}` : ''}`);
const give = (name: string) =>
  test.member(org.id, `${name}@example.com`, { membership: { roles: [{ name }] } });
const count = async (name: string, path = '/roles') =>
  (await test.call('GET', `${path}/${name}/users:count`)).json.count;
async function rolesOf(userId: string): Promise<string[]> {
  const { user } = (await test.call('GET', `/users/${userId}`)).json;
  return user.memberships[0].roles.map(({ name }: Json) => name);
}

describe('counting the users of a role', () => {
  it('takes those who have it through a role that extends it; as text', async () => {
    const before = Number(await count('member'));
    expect(await count(role)).toBe('0');
    await give(role);
    expect(await count(role)).toBe('1');
    expect(Number(await count('member'))).toBe(before + 1);
    expect(await count(role, `/organizations/${org.id}/roles`)).toBe('1');
    const other = await test.organization();
    expect(await count(role, `/organizations/${other.id}/roles`)).toBe('0');
  });
});

describe('deleting a role', () => {
  it('is done when nobody has it', async () => {
    expect((await remove(role)).json).toEqual({});
    expect((await test.call('GET', `/roles/${role}`)).status).toBe(404);
    const { events } = (await test.call('POST', '/events', {})).json;
    expect(events[0]).toMatchObject({ type: 'role.deleted', data: { name: role } });
  });

  it('is refused while users hold it', async () => {
    await give(role);
    expect(await remove(role)).toMatchObject({
      status: 400,
      json: { message: 'role cannot be deleted as it is assigned to users' },
    });
  });

  it('reassigns users', async () => {
    await create(`${role}_next`);
    const { id } = await give(role);
    expect((await remove(role, `${role}_next`)).status).toBe(200);
    expect(await rolesOf(id)).toEqual([`${role}_next`]);
  });

  it('is refused while roles extend it, and moves them to the successor', async () => {
    await create(`${role}_child`, { extends: role });
    expect(await remove(role)).toMatchObject({
      status: 400,
      json: { message: expect.stringContaining(`${role}_child`) },
    });
    await create(`${role}_next`);
    await remove(role, `${role}_next`);
    expect((await test.call('GET', `/roles/${role}_child`)).json.role.extends).toBe(`${role}_next`);
  });

  it('never makes a circle when the successor stands on it', async () => {
    await create(`${role}_child`, { extends: role });
    await create(`${role}_grandchild`, { extends: `${role}_child` });
    await remove(role, `${role}_grandchild`);
    expect((await test.call('GET', `/roles/${role}_child`)).json.role.extends).toBe('member');
    expect((await test.call('GET', `/roles/${role}_grandchild`)).json.role.extends).toBe(`${role}_child`);
  });

  it('is refused for a default role, and hands the default over', async () => {
    await test.call('PATCH', `/organizations/${org.id}/roles:set_defaults`, { default_member_role: role });
    expect((await remove(role)).json.message).toContain('default role');
    await create(`${role}_next`);
    await remove(role, `${role}_next`);
    const user = await test.member(org.id, `${role}-default@example.com`);
    expect(await rolesOf(user.id)).toEqual([`${role}_next`]);
  });

  it('takes it from the groups of directories', async () => {
    const { store, clock } = test.emulator;
    store.directories.put({
      ...{ id: 'dir_1', createdAt: clock.now(), updatedAt: clock.now(), organizationId: org.id },
      ...{ name: 'd', type: 'SCIM', provider: 'OKTA', enabled: true, status: 'COMPLETED' },
      roleAssignments: [
        { groupId: 'dirgroup_1', roleName: role },
        { groupId: 'dirgroup_2', roleName: 'admin' },
      ],
      attributeMappings: [],
    });
    await remove(role);
    expect(store.directories.get('dir_1')?.roleAssignments).toEqual([
      { groupId: 'dirgroup_2', roleName: 'admin' },
    ]);
  });

  it.each<[string, string, number]>([
    ['itself', '', 400],
    ['nobody', 'nobody', 404],
  ])('is refused with %s as successor', async (_, successor, status) => {
    expect((await remove(role, successor || role)).status).toBe(status);
  });

  it('of an organization reassigns there only', async () => {
    const path = `/organizations/${org.id}/roles`;
    await create(`${role}_own`, {}, path);
    const { id } = await give(`${role}_own`);
    expect((await test.call('DELETE', `${path}/${role}_own`)).status).toBe(400);
    expect((await test.call('DELETE', `${path}/${role}_own?reassign_role_name=member`)).json).toEqual({});
    expect(await rolesOf(id)).toEqual(['member']);
  });
});
