import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
let org: Json;
beforeAll(async () => {
  test = await TestEmulator.start();
  org = await test.organization();
  for (const name of ['a:read', 'a:write', 'b:read']) await test.call('POST', '/permissions', { name });
});
afterAll(() => test.stop());

const create = (name: string, fields: object = {}, path = '/roles') =>
  test.call('POST', path, { name, display_name: name, ...fields });
const ownRoles = () => `/organizations/${org.id}/roles`;
const names = (list: Json) => list.map(({ name }: Json) => name);
async function effective(role: string): Promise<string[]> {
  return names((await test.call('GET', `/roles/${role}/permissions:all`)).json.permissions);
}

describe('a role', () => {
  it('is made with no default flag and with its permissions', async () => {
    const { role } = (await create('reader', { description: 'Reads', permissions: ['a:read'] })).json;
    expect(role).toMatchObject({
      id: expect.stringMatching(/^role_\d{18}$/),
      name: 'reader',
      description: 'Reads',
      default_creator: false,
      default_member: false,
      is_org_role: false,
      permissions: [{ name: 'a:read', role_name: 'reader' }],
    });
    expect(role).not.toHaveProperty('extends');
    const { events } = (await test.call('POST', '/events', {})).json;
    expect(events[0]).toMatchObject({ type: 'role.created', data: { id: role.id, name: 'reader' } });
  });

  it('changes in the parts that are sent; a list of permissions replaces the whole list', async () => {
    await create('changing', { description: 'Before', permissions: ['a:read', 'b:read'] });
    const renamed = (await test.call('PUT', '/roles/changing', { display_name: 'New' })).json.role;
    expect(renamed).toMatchObject({ display_name: 'New', description: 'Before' });
    expect(names(renamed.permissions)).toEqual(['a:read', 'b:read']);
    const replaced = (await test.call('PUT', '/roles/changing', { permissions: ['a:write'] })).json.role;
    expect(names(replaced.permissions)).toEqual(['a:write']);
  });

  it('inherits from its base until that is taken away', async () => {
    await create('base', { permissions: ['a:read'] });
    await create('middle', { extends: 'base', permissions: ['a:write'] });
    await create('top', { extends: 'middle', permissions: ['b:read'] });
    expect(await effective('top')).toEqual(['b:read', 'a:write', 'a:read']);
    expect(names((await test.call('GET', '/roles/top/permissions')).json.permissions)).toEqual(['b:read']);
    expect(names((await test.call('GET', '/roles/base/dependents')).json.roles)).toEqual(['middle']);
    expect((await test.call('DELETE', '/roles/middle/base')).json).toEqual({});
    expect(await effective('top')).toEqual(['b:read', 'a:write']);
    expect((await test.call('GET', '/roles/base')).json.role.dependent_roles_count).toBe(0);
  });

  it('gains permissions and loses one', async () => {
    await create('growing', { permissions: ['a:read'] });
    const added = await test.call('POST', '/roles/growing/permissions', {
      permission_names: ['b:read', 'a:read'],
    });
    expect(names(added.json.permissions)).toEqual(['a:read', 'b:read']);
    expect((await test.call('DELETE', '/roles/growing/permissions/a:read')).json).toEqual({});
    expect(await effective('growing')).toEqual(['b:read']);
    expect((await test.call('DELETE', '/roles/growing/permissions/a:read')).status).toBe(404);
  });

  it.each<[string, () => [string, string, Json]]>([
    ['a taken name', () => ['POST', '/roles', { name: 'admin', display_name: 'x' }]],
    ['a taken name in an organization', () => ['POST', ownRoles(), { name: 'admin', display_name: 'x' }]],
    ['an unknown base', () => ['POST', '/roles', { name: 'x', display_name: 'x', extends: 'nobody' }]],
    [
      'an unknown permission',
      () => ['POST', '/roles', { name: 'x', display_name: 'x', permissions: ['no:one'] }],
    ],
    ['itself as its base', () => ['PUT', '/roles/member', { extends: 'member' }]],
  ])('is refused with %s', async (_, request) => {
    expect(await test.call(...request())).toMatchObject({ status: 400, json: { code: 3 } });
  });

  it('does not stand on itself', async () => {
    await create('lower');
    await create('upper', { extends: 'lower' });
    const answer = await test.call('PUT', '/roles/lower', { extends: 'upper' });
    expect(answer).toMatchObject({ status: 400, json: { message: expect.stringContaining('already') } });
  });
});

describe('an organization’s role', () => {
  it('is seen and held only there', async () => {
    const { role } = (await create('local', { extends: 'member' }, ownRoles())).json;
    expect(role).toMatchObject({ is_org_role: true, extends: 'member' });
    expect(names((await test.call('GET', ownRoles())).json.roles)).toContain('local');
    expect(names((await test.call('GET', '/roles')).json.roles)).not.toContain('local');
    expect((await test.call('GET', '/roles/local')).status).toBe(404);
    const other = await test.organization();
    expect((await test.call('GET', `/organizations/${other.id}/roles/local`)).status).toBe(404);
    const stranger = await test.member(other.id, 'stranger@example.com');
    const path = `/organizations/${other.id}/users/${stranger.id}/roles`;
    expect((await test.call('POST', path, [{ id: role.id }])).status).toBe(400);
  });

  it('is changed by its organization, the environment’s are not', async () => {
    await create('tuned', {}, ownRoles());
    const changed = await test.call('PUT', `${ownRoles()}/tuned`, { description: 'Tuned' });
    expect(changed.json.role).toMatchObject({ description: 'Tuned' });
    expect((await test.call('PUT', `${ownRoles()}/member`, { description: 'x' })).status).toBe(404);
    expect((await test.call('DELETE', `${ownRoles()}/member`)).status).toBe(404);
  });

  it('goes with its organization', async () => {
    const own = await test.organization();
    await create('short_lived', {}, `/organizations/${own.id}/roles`);
    await test.call('DELETE', `/organizations/${own.id}`);
    expect(test.emulator.store.roles.findBy('name', 'short_lived')).toEqual([]);
  });
});

describe('default roles', () => {
  it('are set by name, together or one by one, on both routes', async () => {
    await create('founder');
    await create('joiner');
    const both = { default_creator_role: 'founder', default_member_role: 'joiner' };
    expect((await test.call('PATCH', '/roles:set_defaults', both)).json).toMatchObject({
      default_creator: { name: 'founder', default_creator: true },
      default_member: { name: 'joiner', default_member: true },
    });
    expect((await test.call('GET', '/roles/admin')).json.role.default_creator).toBe(false);
    const joined = await test.member(org.id, 'joins@example.com');
    expect(names(joined.memberships[0].roles)).toEqual(['joiner']);
    const { json } = await test.call('PATCH', '/roles/default', { default_member_role: 'member' });
    expect(json).toMatchObject({ default_creator: { name: 'founder' }, default_member: { name: 'member' } });
  });

  it('of an organization hold there only', async () => {
    await create('greeter', {}, ownRoles());
    const set = await test.call('PATCH', `${ownRoles()}:set_defaults`, { default_member_role: 'greeter' });
    expect(set.json.default_member).toMatchObject({ name: 'greeter', default_member: true });
    const { roles } = (await test.call('GET', ownRoles())).json;
    expect(names(roles.filter((role: Json) => role.default_member))).toEqual(['greeter']);
    const member = await test.member(org.id, 'greeted@example.com');
    expect(names(member.memberships[0].roles)).toEqual(['greeter']);
    expect((await test.call('GET', '/roles/member')).json.role.default_member).toBe(true);
  });

  it('must exist', async () => {
    expect((await test.call('PATCH', '/roles:set_defaults', { default_member_role: 'nobody' })).status).toBe(
      404,
    );
    expect((await test.call('PATCH', '/roles:set_defaults', {})).status).toBe(400);
  });
});
