import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());

const create = (name: string, description = '') => test.call('POST', '/permissions', { name, description });
const names = (page: Json) => page.permissions.map((one: Json) => one.name);
const events = async () => (await test.call('POST', '/events', {})).json.events;

describe('a permission', () => {
  it('is made, read, described anew and removed, and each is told', async () => {
    const { permission } = (await create('files:read', 'See files')).json;
    expect(permission).toMatchObject({
      id: expect.stringMatching(/^perm_\d{18}$/),
      name: 'files:read',
      description: 'See files',
      is_scalekit_permission: false,
    });
    test.emulator.clock.shift(1000);
    const change = { name: 'files:read', description: '' };
    const changed = (await test.call('PUT', '/permissions/files:read', change)).json.permission;
    expect(changed).toMatchObject({
      id: permission.id,
      description: '',
      create_time: permission.create_time,
    });
    expect(changed.update_time).not.toBe(permission.update_time);
    expect((await test.call('GET', '/permissions/files:read')).json.permission).toEqual(changed);
    expect((await test.call('DELETE', '/permissions/files:read')).json).toEqual({});
    expect((await test.call('GET', '/permissions/files:read')).status).toBe(404);
    expect((await events()).slice(0, 3).map(({ type }: Json) => type)).toEqual([
      'permission.deleted',
      'permission.updated',
      'permission.created',
    ]);
  });

  it('stays while a role has it', async () => {
    await create('files:write');
    await test.call('POST', '/roles/member/permissions', { permission_names: ['files:write'] });
    const refused = await test.call('DELETE', '/permissions/files:write');
    expect(refused).toMatchObject({ status: 400, json: { message: expect.stringContaining('member') } });
    await test.call('DELETE', '/roles/member/permissions/files:write');
    expect((await test.call('DELETE', '/permissions/files:write')).status).toBe(200);
  });

  it('keeps its name', async () => {
    await create('files:move');
    expect((await test.call('PUT', '/permissions/files:move', { name: 'files:copy' })).status).toBe(400);
  });
});

describe('the list of permissions', () => {
  it('pages forwards and back, and tells own ones from predefined ones', async () => {
    const own = await TestEmulator.start();
    for (let index = 0; index < 12; index += 1) {
      own.emulator.clock.shift(1000);
      await own.call('POST', '/permissions', { name: `own:${index}` });
    }
    const list = async (query: string) => (await own.call('GET', `/permissions?${query}`)).json;
    const first = await list('type=ENVIRONMENT');
    expect(first).toMatchObject({ total_size: 12, prev_page_token: '' });
    expect(names(first)).toEqual(Array.from({ length: 10 }, (_, index) => `own:${11 - index}`));
    const next = await list(`type=ENVIRONMENT&page_token=${encodeURIComponent(first.next_page_token)}`);
    expect(names(next)).toEqual(['own:1', 'own:0']);
    const back = await list(`type=ENVIRONMENT&page_token=${encodeURIComponent(next.prev_page_token)}`);
    expect(back.permissions).toEqual(first.permissions);

    const predefined = await list('type=SCALEKIT&page_size=100');
    expect(names(predefined)).toContain('organizations_sessions_write');
    expect(predefined.permissions.every((one: Json) => one.is_scalekit_permission)).toBe(true);
    expect((await list('page_size=1')).total_size).toBe(12 + predefined.total_size);
    const change = { name: 'organizations_read', description: 'x' };
    expect((await own.call('PUT', '/permissions/organizations_read', change)).status).toBe(400);
    await own.stop();
  });
});
