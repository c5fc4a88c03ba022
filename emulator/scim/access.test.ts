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

describe('the bearer secret', () => {
  it('must be there, and be the right one', async () => {
    const bare = await fetch(`${idp.directory.directory_endpoint}/Users`);
    expect(bare.status).toBe(401);
    expect(bare.headers.get('www-authenticate')).toBe('Bearer');
    const other = await ScimClient.create(test, `other${count}.example`);
    for (const secret of ['wrong', other.secret, test.token]) {
      const answer = await idp.send('GET', '/Users', undefined, secret);
      expect(answer.json).toMatchObject({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '401',
      });
      expect(answer.status).toBe(401);
    }
  });

  it('overlaps with a second one, until they are regenerated', async () => {
    const second = (await idp.api('POST', '/secrets')).json.plain_secret;
    expect((await idp.send('GET', '/Users')).status).toBe(200);
    expect((await idp.send('GET', '/Users', undefined, second)).status).toBe(200);
    const third = (await idp.api('POST', '/secrets:regenerate')).json.plain_secret;
    const statuses = [idp.secret, second, third].map(
      async (secret) => (await idp.send('GET', '/Users', undefined, secret)).status,
    );
    expect(await Promise.all(statuses)).toEqual([401, 401, 200]);
  });

  it('expires', async () => {
    test.emulator.clock.shift(366 * 86_400_000);
    expect((await idp.send('GET', '/Users')).status).toBe(401);
    test.emulator.clock.reset();
    expect((await idp.send('GET', '/Users')).status).toBe(200);
  });

  it('opens nothing while the directory is disabled', async () => {
    await idp.api('PATCH', ':disable');
    const refused = await idp.send('POST', '/Users', { userName: `ada@${domain}` });
    expect([refused.status, refused.json.status]).toEqual([403, '403']);
    await idp.api('PATCH', ':enable');
    expect((await idp.send('POST', '/Users', { userName: `ada@${domain}` })).status).toBe(201);
  });

  it('is in no journal', async () => {
    await idp.send('GET', '/Users');
    const journal = JSON.stringify(test.emulator.journal.list());
    expect(journal).toContain('scim/Users');
    expect(journal).not.toContain(idp.secret);
  });
});

describe('discovery', () => {
  it('says what the server can do', async () => {
    const { json } = await idp.send('GET', '/ServiceProviderConfig');
    expect(json).toMatchObject({
      patch: { supported: true },
      filter: { supported: true, maxResults: 200 },
      bulk: { supported: false },
      authenticationSchemes: [{ type: 'oauthbearertoken' }],
    });
  });

  it('lists resource types and schemas, and each by its id', async () => {
    const types = (await idp.send('GET', '/ResourceTypes')).json;
    expect(types.Resources.map((one: Json) => one.endpoint)).toEqual(['/Users', '/Groups']);
    const schemas = (await idp.send('GET', '/Schemas')).json;
    expect(schemas.totalResults).toBe(3);
    for (const { id } of schemas.Resources) {
      const { json } = await idp.send('GET', `/Schemas/${id}`);
      expect(json).toMatchObject({ id, attributes: expect.any(Array) });
    }
    expect((await idp.send('GET', '/ResourceTypes/User')).json.id).toBe('User');
    expect((await idp.send('GET', '/ResourceTypes/Device')).status).toBe(404);
    expect((await idp.send('POST', '/Schemas', {})).status).toBe(405);
  });
});
