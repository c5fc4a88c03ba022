import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;

beforeAll(async () => {
  test = await TestEmulator.start({ scenario: 'demo' });
});
afterAll(() => test.stop());

describe('roles', () => {
  it('have the built-in two in every environment', async () => {
    const empty = await TestEmulator.start();
    const { roles } = (await empty.call('GET', '/roles')).json;
    expect(roles).toEqual([
      expect.objectContaining({ name: 'admin', default_creator: true, default_member: false }),
      expect.objectContaining({ name: 'member', default_creator: false, default_member: true }),
    ]);
    await empty.stop();
  });

  it('show permissions where asked: direct, or inherited with their origin', async () => {
    const names = async (include: string) => {
      const { role } = (await test.call('GET', `/roles/analyst?include=${include}`)).json;
      return role.permissions.map((one: Json) => [one.name, one.role_name]);
    };
    expect(await names('')).toEqual([]);
    expect(await names('permissions')).toEqual([
      ['reports:read', 'analyst'],
      ['reports:export', 'analyst'],
    ]);
    expect(await names('permissions:all')).toContainEqual(['projects:read', 'member']);
  });

  it('count who extends them', async () => {
    const ask = async () => (await test.call('GET', '/roles/member')).json.role;
    const { dependent_roles_count: before, is_org_role: ofOrganization } = await ask();
    expect(before).toBeGreaterThan(0);
    expect(ofOrganization).toBe(false);
    const role = { name: 'heir', display_name: 'Heir', extends: 'member' };
    expect((await test.call('POST', '/roles', role)).status).toBe(200);
    expect((await ask()).dependent_roles_count).toBe(before + 1);
  });

  it('are refused for a name, an include or an organization that does not exist', async () => {
    expect((await test.call('GET', '/roles/nobody')).status).toBe(404);
    expect((await test.call('GET', '/roles?include=foo')).status).toBe(400);
    expect((await test.call('GET', '/organizations/org_100000000000000000/roles')).status).toBe(404);
  });
});
