import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPayloadFaults } from '../events/check-payload';
import { ScimClient } from '../scim/scim-client';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
let org: Json;

beforeAll(async () => {
  test = await TestEmulator.start();
  org = await test.organization();
});
afterAll(() => test.stop());

const base = () => `/organizations/${org.id}/directories`;
const okta = { directory_type: 'SCIM', directory_provider: 'OKTA' };

async function create(body: Json = okta): Promise<Json> {
  return (await test.call('POST', base(), body)).json.directory;
}

describe('a directory', () => {
  it('is enabled from the start and tells where to push', async () => {
    const directory = await create();
    expect(directory).toMatchObject({
      id: expect.stringMatching(/^dir_\d{18}$/),
      ...okta,
      organization_id: org.id,
      name: 'Okta',
      enabled: true,
      status: 'IN_PROGRESS',
      directory_endpoint: `${test.emulator.url}/directory/${directory.id}/scim/v2`,
      secrets: [],
      stats: { total_users: 0, total_groups: 0 },
      groups_tracked: 'ALL',
    });
    const read = await test.call('GET', `${base()}/${directory.id}`);
    expect(read.json.directory).toEqual(directory);
  });

  it('can be deleted only when it is disabled', async () => {
    const { id } = await create();
    const refused = await test.call('DELETE', `${base()}/${id}`);
    expect(refused.status).toBe(400);
    expect(refused.json.message).toContain('directory is enabled');
    expect(refused.json.message).toContain('disable');
    await test.call('PATCH', `${base()}/${id}:disable`);
    expect((await test.call('DELETE', `${base()}/${id}`)).json).toEqual({});
    expect((await test.call('GET', `${base()}/${id}`)).status).toBe(404);
  });

  it('is switched off and on, and says when there was nothing to switch', async () => {
    const { id } = await create();
    const toggle = async (verb: string) => (await test.call('PATCH', `${base()}/${id}:${verb}`)).json;
    expect(await toggle('enable')).toEqual({
      enabled: true,
      error_message: 'The directory is already enabled',
    });
    expect(await toggle('disable')).toEqual({ enabled: false });
    expect(await toggle('disable')).toMatchObject({ enabled: false, error_message: /already disabled/ });
    expect(await toggle('enable')).toEqual({ enabled: true });
    const events = test.emulator.store.events.all().filter(({ data }) => data.id === id);
    expect(events.map(({ type }) => type)).toEqual([
      'organization.directory_disabled',
      'organization.directory_enabled',
    ]);
    for (const { type, data } of events) expect(findPayloadFaults(type, data)).toEqual([]);
  });

  it('is listed oldest first: the first is the primary one', async () => {
    const { id } = await test.organization();
    const own = `/organizations/${id}/directories`;
    const ids: string[] = [];
    for (const provider of ['OKTA', 'GOOGLE']) {
      const { json } = await test.call('POST', own, { ...okta, directory_provider: provider });
      ids.push(json.directory.id);
    }
    const listed = await test.call('GET', own);
    expect(listed.json.directories.map((one: Json) => one.id)).toEqual(ids);
  });

  it('takes a name, mappings and the groups that its provider has', async () => {
    const { id } = await create({ directory_type: 'POLL', directory_provider: 'GOOGLE' });
    const { json } = await test.call('PATCH', `${base()}/${id}`, {
      name: 'Workspace',
      mappings: [{ key: 'department', map_to: 'team' }],
      groups: [{ external_id: 'g1', display_name: 'Sales', email: 'sales@acme.example' }],
    });
    expect(json.directory).toMatchObject({
      name: 'Workspace',
      enabled: true,
      directory_endpoint: '',
      total_groups: 1,
      attribute_mappings: { attributes: [{ key: 'department', map_to: 'team' }] },
    });
    const renamed = { external_id: 'g1', display_name: 'Selling', email: 'selling@acme.example' };
    await test.call('PATCH', `${base()}/${id}`, { name: 'Workspace', groups: [renamed] });
    const { groups } = (await test.call('GET', `${base()}/${id}/groups`)).json;
    expect(groups).toMatchObject([{ display_name: 'Selling', total_users: 0 }]);
  });

  it('goes with its organization', async () => {
    const idp = await ScimClient.create(test, 'leaving.example');
    const ada = await idp.addUser('ada@leaving.example');
    await idp.addGroup('Sales', [ada.id]);
    await test.call('DELETE', `/organizations/${idp.organization.id}`);
    expect((await idp.send('GET', '/Users')).status).toBe(401);
    const { store } = test.emulator;
    expect(store.directories.findBy('organizationId', idp.organization.id)).toEqual([]);
    expect(store.domains.findBy('organizationId', idp.organization.id)).toEqual([]);
    expect(store.directoryUsers.findBy('directoryId', idp.directory.id)).toEqual([]);
  });
});

describe('secrets', () => {
  it('are told once, and known by their end after that', async () => {
    const { id } = await create();
    const made = await test.call('POST', `${base()}/${id}/secrets`);
    const { plain_secret, secret } = made.json;
    expect(secret).toMatchObject({
      id: expect.stringMatching(/^sec_\d{18}$/),
      directory_id: id,
      secret_suffix: plain_secret.slice(-4),
      status: 'ACTIVE',
      expire_time: expect.any(String),
    });
    const read = await test.call('GET', `${base()}/${id}`);
    expect(read.json.directory.secrets).toEqual([secret]);
    expect(JSON.stringify(read.json)).not.toContain(plain_secret);
    const again = await test.call('POST', `${base()}/${id}/secrets:regenerate`);
    expect(again.json.plain_secret).not.toBe(plain_secret);
    const { secrets } = (await test.call('GET', `${base()}/${id}`)).json.directory;
    expect(secrets.map((one: Json) => one.status)).toEqual(['INACTIVE', 'ACTIVE']);
  });
});

describe('what is refused', () => {
  const unknown = 'dir_100000000000000000';
  it.each([
    ['no type', () => ['POST', base(), { directory_provider: 'OKTA' }], 400, /directory_type/],
    ['an unknown directory', () => ['GET', `${base()}/${unknown}`], 404, /not found/],
    ['a page of 31 users', () => ['GET', `${base()}/${unknown}/users?page_size=31`], 400, /page_size/],
    ['a page of 31 groups', () => ['GET', `${base()}/${unknown}/groups?page_size=31`], 400, /page_size/],
    ['no groups to track', () => ['PUT', `${base()}/${unknown}/groups:assign`, {}], 400, /external_ids/],
    ['its contexts', () => ['GET', `${base()}/${unknown}/contexts`], 403, /client token/],
  ] as [string, () => [string, string, Json?], number, RegExp][])(
    '%s',
    async (_, request, status, message) => {
      const answer = await test.call(...request());
      expect(answer.status).toBe(status);
      expect(answer.json.message).toMatch(message);
    },
  );

  it('a mapping of what does not exist, a foreign directory, a sync while disabled', async () => {
    const idp = await ScimClient.create(test, 'refused.example');
    const group = await idp.addGroup('Sales');
    for (const assignment of [
      { group_id: 'dirgroup_1', role_name: 'admin' },
      { group_id: group.id, role_name: 'nobody' },
    ]) {
      const answer = await idp.api('PUT', '/groups/-/roles:assign', { assignments: [assignment] });
      expect(answer.status).toBe(400);
      expect(answer.json.message).toMatch(/does not exist/);
    }
    expect((await test.call('GET', `${base()}/${idp.directory.id}`)).status).toBe(404);
    await idp.api('PATCH', ':disable');
    expect((await idp.api('GET', ':sync')).status).toBe(400);
  });
});
