import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;

beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());

const features = (organization: Json) =>
  Object.fromEntries(organization.settings.features.map((one: Json) => [one.name, one.enabled]));

describe('an organization', () => {
  it('is born with defaults', async () => {
    const organization = await test.organization({ display_name: 'Fresh' });
    expect(organization.id).toMatch(/^org_\d{18}$/);
    expect(organization).toMatchObject({ display_name: 'Fresh', region_code: 'US', metadata: {} });
    expect(organization.create_time).toBe(organization.update_time);
    expect(features(organization)).toEqual({
      sso: true,
      dir_sync: false,
      domain_verification: false,
      session_policy: false,
    });
  });

  it('is found by its external id, in two ways', async () => {
    const { id } = await test.organization({ external_id: 'tenant/ü 1' });
    const direct = await test.call('GET', `/organizations:external/${encodeURIComponent('tenant/ü 1')}`);
    expect(direct.json.organization.id).toBe(id);
    const listed = await test.call('GET', '/organizations?external_id=tenant%2F%C3%BC%201');
    expect(listed.json).toMatchObject({ total_size: 1, organizations: [{ id }] });
  });

  it('keeps what an update does not name', async () => {
    const { id } = await test.organization({ slug: 'keeps', metadata: { plan: 'gold' } });
    const { json } = await test.call('PATCH', `/organizations/${id}`, { display_name: 'Renamed' });
    expect(json.organization).toMatchObject({
      display_name: 'Renamed',
      slug: 'keeps',
      metadata: { plan: 'gold' },
    });
  });

  it('replaces metadata as a whole, and clears it when the body says so', async () => {
    const { id } = await test.organization({ metadata: { plan: 'gold', tier: 'one' } });
    const path = `/organizations/${id}`;
    const replaced = await test.call('PATCH', path, { metadata: { plan: 'silver' } });
    expect(replaced.json.organization.metadata).toEqual({ plan: 'silver' });
    const cleared = await test.call('PATCH', path, { metadata: {} });
    expect(cleared.json.organization.metadata).toEqual({});
  });

  it('gives its slug and external id back when they are cleared', async () => {
    const { id } = await test.organization({ slug: 'given-back', external_id: 'given-back' });
    await test.call('PATCH', `/organizations/${id}`, { slug: '', external_id: '' });
    const other = await test.organization({ slug: 'given-back', external_id: 'given-back' });
    expect(other).toMatchObject({ slug: 'given-back', external_id: 'given-back' });
  });

  it('switches features one by one', async () => {
    const { id } = await test.organization();
    const body = {
      features: [
        { name: 'dir_sync', enabled: true },
        { name: 'sso', enabled: false },
      ],
    };
    const { json } = await test.call('PATCH', `/organizations/${id}/settings`, body);
    expect(features(json.organization)).toMatchObject({ dir_sync: true, sso: false, session_policy: false });
  });

  it('limits users, and lifts the limit', async () => {
    const { id } = await test.organization();
    const path = `/organizations/${id}/settings/usermanagement`;
    await test.call('PATCH', path, { settings: { max_allowed_users: 1 } });
    expect((await test.call('GET', path)).json).toEqual({ settings: { max_allowed_users: 1 } });
    await test.member(id, 'first@limit.example');
    const second = await test.call('POST', `/organizations/${id}/users`, { email: 'second@limit.example' });
    expect([second.status, second.json.code]).toEqual([400, 9]);
    await test.call('PATCH', path, { settings: {} });
    expect((await test.call('GET', path)).json).toEqual({ settings: {} });
    expect(await test.member(id, 'second@limit.example')).toMatchObject({ email: 'second@limit.example' });
    await test.call('PATCH', path, { settings: { max_allowed_users: 0 } });
    expect(await test.member(id, 'third@limit.example')).toMatchObject({ email: 'third@limit.example' });
  });

  it('has a session policy of its own until it goes back to the application’s', async () => {
    const { id } = await test.organization();
    const path = `/organizations/${id}/session-policy`;
    expect((await test.call('GET', path)).json).toEqual({ policy: { policy_source: 'APPLICATION' } });
    await test.call('PATCH', path, {
      policy_source: 'CUSTOM',
      absolute_session_timeout: 2,
      absolute_session_timeout_unit: 'DAYS',
      idle_session_timeout_enabled: true,
      idle_session_timeout: 3,
      idle_session_timeout_unit: 'HOURS',
    });
    const minutes = { absolute_session_timeout_unit: 'MINUTES', idle_session_timeout_unit: 'MINUTES' };
    expect((await test.call('GET', path)).json.policy).toEqual({
      policy_source: 'CUSTOM',
      absolute_session_timeout: 2880,
      idle_session_timeout_enabled: true,
      idle_session_timeout: 180,
      ...minutes,
    });
    await test.call('PATCH', path, { policy_source: 'APPLICATION' });
    expect((await test.call('GET', path)).json).toEqual({ policy: { policy_source: 'APPLICATION' } });
    const application = await test.call('GET', `/organizations/${id}/application-session-policy`);
    expect(application.json.application_policy).toMatchObject({ access_token_expiry: 5, ...minutes });
  });
});

describe('lists of organizations', () => {
  it('are newest first and page both ways', async () => {
    const fresh = await TestEmulator.start();
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) made.unshift((await fresh.organization()).id);
    const first = (await fresh.call('GET', '/organizations?page_size=2')).json;
    const path = `/organizations?page_size=2&page_token=${encodeURIComponent(first.next_page_token)}`;
    const second = (await fresh.call('GET', path)).json;
    const ids = [...first.organizations, ...second.organizations].map((one: Json) => one.id);
    expect(ids).toEqual(made.slice(0, 4));
    const backPath = `/organizations?page_size=2&page_token=${encodeURIComponent(second.prev_page_token)}`;
    expect((await fresh.call('GET', backPath)).json.organizations).toEqual(first.organizations);
    await fresh.stop();
  });

  it('search names, ids and external ids in any case', async () => {
    const { id } = await test.organization({ display_name: 'Ümlaut Wärks', external_id: 'Find-Me-42' });
    for (const query of ['WÄRKS', 'find-me', id.slice(4)]) {
      const { json } = await test.call('GET', `/organizations:search?query=${encodeURIComponent(query)}`);
      expect(json.organizations.map((one: Json) => one.id)).toEqual([id]);
    }
    expect((await test.call('GET', '/organizations:search?query=nothing')).json.total_size).toBe(0);
  });
});

describe('deleting an organization', () => {
  it('takes its keys, links, memberships and the users who belong to no other', async () => {
    const doomed = await test.organization();
    const other = await test.organization();
    const only = await test.member(doomed.id, 'only@delete.example');
    const both = await test.member(doomed.id, 'both@delete.example');
    await test.member(other.id, 'both@delete.example');
    const { token } = await test.apiKey(doomed.id);
    const { json } = await test.call('PUT', `/organizations/${doomed.id}/portal_links`);

    expect((await test.call('DELETE', `/organizations/${doomed.id}`)).json).toEqual({});
    expect((await test.call('GET', `/users/${only.id}`)).status).toBe(404);
    const { user } = (await test.call('GET', `/users/${both.id}`)).json;
    expect(user.memberships.map((one: Json) => one.organization_id)).toEqual([other.id]);
    expect((await test.call('POST', '/tokens:validate', { token })).status).toBe(404);
    expect((await fetch(json.link.location)).status).toBe(404);
    expect((await test.call('DELETE', `/organizations/${doomed.id}`)).status).toBe(404);
  });
});
