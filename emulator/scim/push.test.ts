import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPayloadFaults } from '../events/check-payload';
import type { EventType } from '../events/rows';
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

describe('a push', () => {
  it('makes people of a verified domain members, with the default role', async () => {
    await addPerson('ada', { name: { givenName: 'Ada', familyName: 'Ashgrave' }, locale: 'de-CH' });
    const member = await idp.membership(`ada@${domain}`);
    expect(member).toMatchObject({
      status: 'ACTIVE',
      roles: ['member'],
      user: {
        user_profile: { given_name: 'Ada', name: 'Ada Ashgrave', locale: 'de-CH' },
        memberships: [{ provisioning_method: 'direct_provision' }],
      },
    });
  });

  it('only knows people of other domains', async () => {
    await idp.addUser('guest@elsewhere.example');
    expect(await idp.membership('guest@elsewhere.example')).toBeUndefined();
    expect((await idp.api('GET', '/users')).json.users).toMatchObject([{ email: 'guest@elsewhere.example' }]);
  });

  it('suspends who is not active and takes them back, also when Entra asks', async () => {
    const { id } = await addPerson('ada');
    const off = await idp.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' });
    expect([off.status, off.json.active]).toEqual([200, false]);
    expect(await idp.membership(`ada@${domain}`)).toMatchObject({ status: 'INACTIVE' });
    await idp.patch(`/Users/${id}`, { op: 'replace', value: { active: true } });
    expect(await idp.membership(`ada@${domain}`)).toMatchObject({ status: 'ACTIVE', roles: ['member'] });
  });

  it('ends the membership of who is deleted, and keeps the account', async () => {
    const { id } = await addPerson('ada');
    const userId = (await idp.membership(`ada@${domain}`))?.user.id;
    await idp.send('DELETE', `/Users/${id}`);
    expect(await idp.membership(`ada@${domain}`)).toBeUndefined();
    expect((await test.call('GET', `/users/${userId}`)).status).toBe(200);
  });

  it('leaves people out when the organization is full', async () => {
    const settings = `/organizations/${idp.organization.id}/settings/usermanagement`;
    await test.call('PATCH', settings, { settings: { max_allowed_users: 1 } });
    await addPerson('ada');
    await addPerson('bea');
    expect(await idp.membership(`ada@${domain}`)).toBeDefined();
    expect(await idp.membership(`bea@${domain}`)).toBeUndefined();
    expect((await idp.readDirectory()).total_users).toBe(2);
  });

  it('shows in the directory: counts, last synchronization, last use of the secret', async () => {
    const before = await idp.readDirectory();
    expect(before).toMatchObject({ total_users: 0, total_groups: 0, status: 'IN_PROGRESS' });
    expect(before.last_synced_at).toBeUndefined();
    expect(before.secrets[0].last_used_time).toBeUndefined();
    const ada = await addPerson('ada');
    await idp.addGroup('Sales', [ada.id]);
    const after = await idp.readDirectory();
    expect(after).toMatchObject({
      total_users: 1,
      total_groups: 1,
      stats: { total_users: 1, total_groups: 1, user_updated_at: expect.any(String) },
      status: 'COMPLETED',
      last_synced_at: expect.any(String),
      secrets: [{ last_used_time: expect.any(String), secret_suffix: idp.secret.slice(-4) }],
    });
  });

  it('tells of all that happens, as documented', async () => {
    const ada = await addPerson('ada', {
      title: 'Countess',
      addresses: [{ region: 'Kent', postalCode: '1' }],
    });
    const group = await idp.addGroup('Sales', [ada.id], { externalId: 'g-1' });
    await idp.patch(`/Groups/${group.id}`, { op: 'replace', path: 'displayName', value: 'Selling' });
    await idp.patch(`/Users/${ada.id}`, { op: 'add', path: 'nickName', value: 'Addie' });
    await idp.send('DELETE', `/Groups/${group.id}`);
    await idp.send('DELETE', `/Users/${ada.id}`);
    const events = idp.takeEvents();
    expect(events.map(({ type }) => type)).toEqual([
      'user_created',
      'group_created',
      'user_updated',
      'group_updated',
      'user_updated',
      'group_deleted',
      'user_updated',
      'user_deleted',
    ]);
    for (const { type, data } of events) {
      expect(findPayloadFaults(`organization.directory.${type}` as EventType, data)).toEqual([]);
    }
    expect(events[0]?.data).toMatchObject({
      email: `ada@${domain}`,
      dp_id: 'idp-ada',
      title: 'Countess',
      address: { state: 'Kent', postal_code: '1' },
      groups: [],
    });
    expect(events[2]?.data.groups).toEqual([{ id: group.id, name: 'Sales' }]);
  });
});
