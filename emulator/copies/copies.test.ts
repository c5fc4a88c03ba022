import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestEmulator } from '../test-client';

let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());

const control = (verb: string, path: string, body?: object) =>
  test.send(verb, `/__emulator/${path}`, body as never);

describe('copies', () => {
  it('fill an organization with members, who are found as others are, and go again', async () => {
    const { id: organizationId } = await test.organization();
    const { id } = await test.member(organizationId, 'first@example.com');
    await control('POST', 'copies', {
      ...{ table: 'users', id, count: 250 },
      set: { email: 'm{n}@example.com' },
    });
    await control('POST', 'copies', {
      ...{ table: 'memberships', id: `${organizationId}:${id}`, count: 250 },
      set: { id: `${organizationId}:${id}{n}`, userId: `${id}{n}` },
    });
    const list = () => test.call('GET', `/organizations/${organizationId}/users?page_size=10`);
    const { json } = await list();
    expect([json.users.length, json.total_size]).toEqual([10, 251]);
    const found = await test.call('GET', `/organizations/${organizationId}/users:search?query=m00250@`);
    expect(found.json.users.map(({ id }: { id: string }) => id)).toEqual([`${id}00250`]);
    await control('DELETE', `copies?of=${organizationId}:${id}`);
    expect((await list()).json.total_size).toBe(1);
    expect((await test.call('GET', `/users/${id}00250`)).status).toBe(200);
    await control('DELETE', 'copies');
    expect((await test.call('GET', `/users/${id}00250`)).status).toBe(404);
  });

  it.each([
    ['a table that is not there', { table: 'nothing', id: 'org_1', count: 1 }],
    ['a row that is not there', { table: 'users', id: 'usr_1', count: 1 }],
    ['no count', { table: 'users', id: 'usr_1' }],
  ])('are refused of %s', async (_name, body) => {
    expect((await control('POST', 'copies', body)).status).toBe(400);
  });
});
