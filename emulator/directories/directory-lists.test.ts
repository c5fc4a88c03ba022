import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ScimClient } from '../scim/scim-client';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;

beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());

describe('users and groups of a directory', () => {
  let idp: ScimClient;
  let people: Json[];
  let sales: Json;

  beforeAll(async () => {
    idp = await ScimClient.create(test, 'list.example');
    people = [];
    for (const name of ['ada', 'bea', 'cleo', 'dora']) {
      people.push(
        await idp.addUser(`${name}@list.example`, { name: { givenName: name, familyName: 'Ash' } }),
      );
    }
    const [ada, bea] = people;
    sales = await idp.addGroup('Sales', [ada.id, bea.id], { externalId: 'g-sales' });
    await idp.addGroup('Guests', [], { externalId: 'g-guests' });
  });

  const emails = ({ json }: { json: Json }) => json.users.map((one: Json) => one.email.split('@')[0]);

  it('are paged, newest first', async () => {
    const first = await idp.api('GET', '/users?page_size=3');
    expect(emails(first)).toEqual(['dora', 'cleo', 'bea']);
    expect(first.json).toMatchObject({ total_size: 4, prev_page_token: '' });
    const token = encodeURIComponent(first.json.next_page_token);
    const second = await idp.api('GET', `/users?page_size=3&page_token=${token}`);
    expect(emails(second)).toEqual(['ada']);
    expect((await idp.api('GET', '/groups?page_size=1')).json).toMatchObject({
      total_size: 2,
      groups: [{ display_name: 'Guests', total_users: 0 }],
    });
  });

  it('are filtered by group and by time of change', async () => {
    expect(emails(await idp.api('GET', `/users?directory_group_id=${sales.id}`))).toEqual(['bea', 'ada']);
    const future = new Date(Date.now() + 60_000).toISOString();
    expect(emails(await idp.api('GET', `/users?updated_after=${future}`))).toEqual([]);
    expect(emails(await idp.api('GET', '/users?updated_after=2024-10-25T10:26:00Z'))).toHaveLength(4);
    expect((await idp.api('GET', `/groups?updated_after=${future}`)).json.groups).toEqual([]);
    expect((await idp.api('GET', '/users?directory_group_id=dirgroup_1')).status).toBe(404);
  });

  it('have their details on demand', async () => {
    const [plain] = (await idp.api('GET', `/users?directory_group_id=${sales.id}`)).json.users;
    expect(plain).toMatchObject({ email: 'bea@list.example', given_name: 'bea', groups: [] });
    expect(plain).not.toHaveProperty('user_detail');
    const query = `/users?include_detail=true&directory_group_id=${sales.id}`;
    const [full] = (await idp.api('GET', query)).json.users;
    expect(full.groups).toMatchObject([{ display_name: 'Sales', total_users: 2 }]);
    expect(full.user_detail).toMatchObject({ id: full.id, raw_attributes: { userName: 'bea@list.example' } });
    const { groups } = (await idp.api('GET', '/groups?include_detail=true')).json;
    expect(groups[1].group_detail).toMatchObject({ display_name: 'Sales', external_id: 'g-sales' });
  });

  it('count only when tracked', async () => {
    await idp.api('PUT', '/groups:assign', { external_ids: ['g-sales'] });
    const names = async (path: string) =>
      (await idp.api('GET', path)).json.groups.map((one: Json) => one.display_name);
    expect(await names('/groups')).toEqual(['Sales']);
    expect(await names('/groups/summary')).toEqual(['Sales']);
    expect(await names('/groups?include_external_groups=true')).toEqual(['Guests', 'Sales']);
    expect(await idp.readDirectory()).toMatchObject({ total_groups: 1, groups_tracked: 'SELECTED' });
  });

  it('bring no role by a group that is no longer tracked', async () => {
    const assignments = [{ group_id: sales.id, role_name: 'admin' }];
    await idp.api('PUT', '/groups/-/roles:assign', { assignments });
    expect((await idp.membership('ada@list.example'))?.roles).toEqual(['admin']);
    await idp.api('PUT', '/groups:assign', { external_ids: ['g-guests'] });
    expect((await idp.membership('ada@list.example'))?.roles).toEqual(['member']);
    await idp.api('PUT', '/groups:assign', { external_ids: ['g-sales', 'g-guests'] });
    expect((await idp.membership('ada@list.example'))?.roles).toEqual(['admin']);
  });

  it('get custom attributes by mapping, with the next synchronization', async () => {
    const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
    const [ada] = people;
    await idp.patch(`/Users/${ada.id}`, { op: 'add', path: `${enterprise}:department`, value: 'Numbers' });
    const attributes = [{ key: 'department', map_to: 'team' }];
    const mapped = await idp.api('PUT', '/attributes', { attributes });
    expect(mapped.json).toEqual({ attribute_mappings: { attributes } });
    expect((await idp.api('GET', ':sync')).json).toEqual({});
    const member = await idp.membership('ada@list.example');
    expect(member?.user.user_profile.custom_attributes).toEqual({ team: 'Numbers' });
  });

  it('are provisioned by a synchronization once their domain is verified', async () => {
    await idp.addUser('erin@later.example');
    expect(await idp.membership('erin@later.example')).toBeUndefined();
    await test.call('POST', `/organizations/${idp.organization.id}/domains`, { domain: 'later.example' });
    await idp.api('GET', ':sync');
    expect(await idp.membership('erin@later.example')).toMatchObject({ status: 'ACTIVE' });
  });
});
