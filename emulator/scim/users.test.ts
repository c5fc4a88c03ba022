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

describe('users', () => {
  it('are created, read, replaced and deleted', async () => {
    const created = await idp.send('POST', '/Users', { userName: `ada@${domain}`, ...person('ada') });
    expect(created.status).toBe(201);
    expect(created.headers.get('content-type')).toBe('application/scim+json');
    const { json } = created;
    const location = `${idp.directory.directory_endpoint}/Users/${json.id}`;
    expect(created.headers.get('location')).toBe(location);
    expect(json).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      id: expect.stringMatching(/^diruser_\d+$/),
      externalId: 'idp-ada',
      active: true,
      groups: [],
      meta: { resourceType: 'User', location },
    });
    expect((await idp.send('GET', `/Users/${json.id}`)).json).toEqual(json);
    const replaced = await idp.send('PUT', `/Users/${json.id}`, {
      userName: `ada@${domain}`,
      title: 'Countess',
      id: 'ignored',
      password: 'never kept',
    });
    expect(replaced.status).toBe(200);
    expect(replaced.json).toMatchObject({ id: json.id, title: 'Countess' });
    expect(replaced.json).not.toHaveProperty('externalId');
    expect(replaced.json).not.toHaveProperty('password');
    const deleted = await idp.send('DELETE', `/Users/${json.id}`);
    expect([deleted.status, deleted.json]).toEqual([204, '']);
    expect((await idp.send('GET', `/Users/${json.id}`)).status).toBe(404);
    expect((await idp.send('DELETE', `/Users/${json.id}`)).status).toBe(404);
  });

  it('keep attributes that the emulator does not know', async () => {
    const extension = { 'urn:acme:badge:2.0:User': { colour: 'green' }, shoeSize: 38 };
    const { id, schemas } = await addPerson('ada', extension);
    expect(schemas).toContain('urn:acme:badge:2.0:User');
    expect((await idp.send('GET', `/Users/${id}`)).json).toMatchObject(extension);
  });

  it('are found by filter and paged from one', async () => {
    for (const name of ['ada', 'bea', 'cleo']) await addPerson(name);
    const list = async (query: string) => (await idp.send('GET', `/Users?${query}`)).json;
    const found = await list(`filter=${encodeURIComponent(`userName eq "BEA@${domain}"`)}`);
    expect(found).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 1,
      Resources: [{ externalId: 'idp-bea' }],
    });
    const both = `emails.value eq "cleo@${domain}" and externalId eq "idp-cleo"`;
    expect((await list(`filter=${encodeURIComponent(both)}`)).totalResults).toBe(1);
    expect((await list('filter=externalId%20eq%20%22none%22')).Resources).toEqual([]);
    const page = await list('startIndex=2&count=1');
    expect(page).toMatchObject({ totalResults: 3, startIndex: 2, itemsPerPage: 1 });
    expect(page.Resources).toMatchObject([{ externalId: 'idp-bea' }]);
    expect(await list('startIndex=-4&count=0')).toMatchObject({
      totalResults: 3,
      startIndex: 1,
      itemsPerPage: 0,
    });
    const [slim] = (await list('attributes=userName&count=1')).Resources;
    expect(Object.keys(slim).sort()).toEqual(['id', 'schemas', 'userName']);
  });

  it.each([
    ['no userName', (id: string) => ['PUT', `/Users/${id}`, { active: true }], 400, 'invalidValue'],
    ['a taken userName', () => ['POST', '/Users', { userName: `ADA@${domain}` }], 409, 'uniqueness'],
    [
      'another e-mail',
      (id: string) => ['PUT', `/Users/${id}`, { userName: `ada2@${domain}` }],
      400,
      'mutability',
    ],
    ['a list as body', () => ['POST', '/Users', []], 400, 'invalidSyntax'],
    [
      'an unknown operation',
      (id: string) => ['PATCH', `/Users/${id}`, { Operations: [{ op: 'move' }] }],
      400,
      'invalidSyntax',
    ],
    ['a bad filter', () => ['GET', '/Users?filter=userName'], 400, 'invalidFilter'],
    ['a bad count', () => ['GET', '/Users?count=many'], 400, 'invalidValue'],
    ['an unknown user', () => ['GET', '/Users/diruser_1'], 404, undefined],
    ['a malformed id', () => ['GET', '/Users/%E0%A4%A'], 404, undefined],
    ['an unknown endpoint', () => ['GET', '/Devices'], 404, undefined],
    ['a method that is none', () => ['POST', '/Users/diruser_1', {}], 405, undefined],
  ] as [string, (id: string) => [string, string, Json?], number, string | undefined][])(
    'are refused: %s',
    async (_, request, status, scimType) => {
      const { id } = await addPerson('ada');
      const answer = await idp.send(...request(id));
      expect(answer.status).toBe(status);
      expect(answer.json).toMatchObject({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: String(status),
        detail: expect.any(String),
      });
      expect(answer.json.scimType).toBe(scimType);
    },
  );
});
