import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';
import { ScimClient } from './scim-client';

let test: TestEmulator;
let idp: ScimClient;
let domain: string;
let count = 0;

beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());
beforeEach(async () => {
  count += 1;
  domain = `acme${count}.example`;
  idp = await ScimClient.create(test, domain);
});

const person = (name: string) => ({
  externalId: `idp-${name}`,
  name: { givenName: name, familyName: 'Ashgrave' },
  emails: [{ value: `${name}@${domain}`, type: 'work', primary: true }],
});
const addPerson = (name: string, fields: Json = {}) =>
  idp.addUser(`${name}@${domain}`, { ...person(name), ...fields });

describe('groups', () => {
  const assign = (...pairs: [groupId: string, roleName: string][]) => {
    const assignments = pairs.map(([group_id, role_name]) => ({ group_id, role_name }));
    return idp.api('PUT', '/groups/-/roles:assign', { assignments });
  };

  it('bring their mapped roles to members, and take them back', async () => {
    const [ada, bea] = [await addPerson('ada'), await addPerson('bea')];
    const group = await idp.addGroup('Admins', [ada.id]);
    const assigned = await assign([group.id, 'admin']);
    expect(assigned.json.role_assignments.assignments).toMatchObject([
      { group_id: group.id, role_name: 'admin' },
    ]);
    expect((await idp.membership(`ada@${domain}`))?.roles).toEqual(['admin']);
    expect((await idp.membership(`bea@${domain}`))?.roles).toEqual(['member']);
    idp.takeEvents();

    await idp.patch(`/Groups/${group.id}`, { op: 'add', path: 'members', value: [{ value: bea.id }] });
    expect((await idp.membership(`bea@${domain}`))?.roles).toEqual(['admin']);
    const told = idp.takeEvents();
    expect(told.map(({ type }) => type)).toEqual(['group_updated', 'user_updated']);
    expect(told[1]?.data).toMatchObject({ id: bea.id, roles: [{ role_name: 'admin' }] });

    await idp.patch(`/Groups/${group.id}`, { op: 'remove', path: `members[value eq "${ada.id}"]` });
    expect((await idp.membership(`ada@${domain}`))?.roles).toEqual(['member']);
    await idp.send('DELETE', `/Groups/${group.id}`);
    expect((await idp.membership(`bea@${domain}`))?.roles).toEqual(['member']);
    expect((await idp.readDirectory()).role_assignments.assignments).toEqual([]);
  });

  it('do not touch roles that were given by hand', async () => {
    const ada = await addPerson('ada');
    const userId = (await idp.membership(`ada@${domain}`))?.user.id;
    await test.call('POST', '/roles', { name: 'auditor', display_name: 'Auditor' });
    await test.call('POST', `/organizations/${idp.organization.id}/users/${userId}/roles`, [
      { role_name: 'auditor' },
    ]);
    const group = await idp.addGroup('Admins', [ada.id]);
    await assign([group.id, 'admin']);
    expect((await idp.membership(`ada@${domain}`))?.roles).toEqual(['admin', 'auditor']);
    await assign();
    expect((await idp.membership(`ada@${domain}`))?.roles).toEqual(['auditor', 'member']);
  });

  it('show their members, and users their groups', async () => {
    const ada = await addPerson('ada');
    const group = await idp.addGroup('Sales', [ada.id]);
    const { directory_endpoint: endpoint } = idp.directory;
    expect(group.members).toEqual([
      { value: ada.id, display: 'ada Ashgrave', type: 'User', $ref: `${endpoint}/Users/${ada.id}` },
    ]);
    const shown = (await idp.send('GET', `/Users/${ada.id}`)).json;
    expect(shown.groups).toEqual([
      { value: group.id, display: 'Sales', $ref: `${endpoint}/Groups/${group.id}` },
    ]);
    const query = encodeURIComponent(`displayName eq "sales" and members eq "${ada.id}"`);
    const listed = (await idp.send('GET', `/Groups?filter=${query}&excludedAttributes=members`)).json;
    expect(listed.Resources).toHaveLength(1);
    expect(listed.Resources[0]).not.toHaveProperty('members');
    await idp.send('DELETE', `/Users/${ada.id}`);
    expect((await idp.send('GET', `/Groups/${group.id}`)).json.members).toEqual([]);
  });

  it('are replaced whole, and refuse members that are no users', async () => {
    const [ada, bea] = [await addPerson('ada'), await addPerson('bea')];
    const group = await idp.addGroup('Sales', [ada.id]);
    const body = { displayName: 'Selling', members: [{ value: bea.id }] };
    const replaced = await idp.send('PUT', `/Groups/${group.id}`, body);
    expect(replaced.json).toMatchObject({
      id: group.id,
      displayName: 'Selling',
      members: [{ value: bea.id }],
    });
    const bad = await idp.send('PUT', `/Groups/${group.id}`, { ...body, members: [{ value: group.id }] });
    expect([bad.status, bad.json.scimType]).toEqual([400, 'invalidValue']);
    expect((await idp.send('POST', '/Groups', { members: [] })).status).toBe(400);
  });
});
