import type { JsonObject } from '@bufbuild/protobuf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
let org: Json;

beforeAll(async () => {
  test = await TestEmulator.start();
  org = await test.organization({ external_id: 'keys-inc' });
});
afterAll(() => test.stop());

const validate = (token: string) => test.call('POST', '/tokens:validate', { token });
const invalidate = (token: string) => test.call('POST', '/tokens:invalidate', { token });
const update = (token: string, fields: object) => test.call('POST', '/tokens:update', { token, ...fields });

async function list(organizationId: string, query = ''): Promise<Json> {
  return (await test.call('GET', `/tokens?organization_id=${organizationId}${query}`)).json;
}

describe('an API key', () => {
  it('is shown once and kept as a hash', async () => {
    const created = await test.apiKey(org.id, { description: 'CI', custom_claims: { team: 'data' } });
    expect(created.token).toMatch(/^emutok_[A-Za-z0-9]{48}$/);
    expect(created.token_id).toMatch(/^apit_\d{18}$/);
    expect(created.token_info).toMatchObject({
      token_id: created.token_id,
      organization_id: org.id,
      organization_external_id: 'keys-inc',
      description: 'CI',
      custom_claims: { team: 'data' },
      token_suffix: created.token.slice(-4),
    });
    expect(created.token_info).not.toHaveProperty('expiry');
    expect(JSON.stringify(test.emulator.store.tokens.all())).not.toContain(created.token);
  });

  it('is valid by value and by id', async () => {
    const { token, token_id: id } = await test.apiKey(org.id);
    expect((await validate(token)).json.token_info.token_id).toBe(id);
    expect((await validate(id)).json.token_info.token_id).toBe(id);
  });

  it('ends when it is revoked, in a way that may be repeated', async () => {
    const { token, token_id: id } = await test.apiKey(org.id);
    expect((await invalidate(id)).json).toEqual({});
    expect((await invalidate(token)).status).toBe(200);
    expect((await validate(token)).status).toBe(404);
    expect((await update(token, { description: 'x' })).status).toBe(404);
  });

  it('ends at its expiry', async () => {
    const expiry = new Date(test.emulator.clock.now() + 60_000).toISOString();
    const { token, token_info: info } = await test.apiKey(org.id, { expiry });
    expect(Date.parse(info.expiry)).toBe(Date.parse(expiry));
    expect((await validate(token)).status).toBe(200);
    test.emulator.clock.shift(60_001);
    expect((await validate(token)).status).toBe(404);
    expect((await list(org.id)).tokens.map((one: Json) => one.token_id)).not.toContain(info.token_id);
    test.emulator.clock.reset();
  });

  it('replaces claims by a map with something in it; an empty or absent one is no change', async () => {
    const { token } = await test.apiKey(org.id, { custom_claims: { team: 'data', env: 'prod' } });
    expect((await update(token, { custom_claims: { team: 'ops' } })).json.token_info.custom_claims).toEqual({
      team: 'ops',
    });
    expect((await update(token, { custom_claims: {} })).json.token_info.custom_claims).toEqual({
      team: 'ops',
    });
    const described = (await update(token, { description: 'New' })).json.token_info;
    expect(described).toMatchObject({ description: 'New', custom_claims: { team: 'ops' } });
    expect((await update(token, { description: '' })).json.token_info.description).toBe('');
  });
});

describe('an API key of a member', () => {
  it('says who it is, with roles', async () => {
    const user = await test.member(org.id, 'keys@example.com', { external_id: 'u-keys' });
    const { token } = await test.apiKey(org.id, { user_id: user.id });
    expect((await validate(token)).json.token_info).toMatchObject({
      user_id: user.id,
      user_external_id: 'u-keys',
      email: 'keys@example.com',
      roles: ['member'],
    });
  });

  it('ends with the membership', async () => {
    const user = await test.member(org.id, 'leaves@example.com');
    const { token } = await test.apiKey(org.id, { user_id: user.id });
    await test.call('DELETE', `/memberships/organizations/${org.id}/users/${user.id}`);
    expect((await validate(token)).status).toBe(404);
  });
});

describe('the list of API keys', () => {
  it('has the active ones, newest first, by cursor and by user', async () => {
    const own = await test.organization();
    const user = await test.member(own.id, 'lists@example.com');
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const fields: JsonObject = index % 4 === 0 ? { user_id: user.id } : {};
      ids.unshift((await test.apiKey(own.id, fields)).token_id);
    }
    await invalidate(ids[1] ?? '');
    const active = ids.filter((_, index) => index !== 1);

    const first = await list(own.id);
    expect(first).toMatchObject({ total_count: 11, prev_page_token: '' });
    expect(first.tokens.map((one: Json) => one.token_id)).toEqual(active.slice(0, 10));
    const next = await list(own.id, `&page_token=${encodeURIComponent(first.next_page_token)}`);
    expect(next.tokens.map((one: Json) => one.token_id)).toEqual(active.slice(10));
    expect(next.next_page_token).toBe('');
    expect((await list(own.id, `&user_id=${user.id}`)).total_count).toBe(3);
  });

  it('shows no value', async () => {
    const { token } = await test.apiKey(org.id);
    expect(JSON.stringify(await list(org.id))).not.toContain(token);
  });
});
