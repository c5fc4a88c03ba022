import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';
import { recordIdentity } from './identities';

let test: TestEmulator;
let org: Json;

beforeAll(async () => {
  test = await TestEmulator.start();
  org = await test.organization({ display_name: 'People Inc' });
});
afterAll(() => test.stop());

const day = 86_400_000;

async function invite(email: string, membership: object = {}): Promise<Json> {
  const body = { email, membership } as Json;
  return (await test.call('POST', `/organizations/${org.id}/users`, body)).json.user;
}

async function membershipOf(userId: string, organizationId = org.id): Promise<Json> {
  const { user } = (await test.call('GET', `/users/${userId}`)).json;
  return user.memberships.find((one: Json) => one.organization_id === organizationId);
}

const resend = (userId: string) =>
  test.call('PATCH', `/invites/organizations/${org.id}/users/${userId}/resend`);

describe('creating a user', () => {
  it('invites them unless the mail is declined', async () => {
    const user = await invite('Invited@Example.com', { inviter_email: 'boss@example.com' });
    expect(user.id).toMatch(/^usr_\d{18}$/);
    expect(user).toMatchObject({
      email: 'invited@example.com',
      environment_id: test.emulator.environment.id,
    });
    const [membership] = user.memberships;
    expect(membership).toMatchObject({
      organization_id: org.id,
      name: 'People Inc',
      membership_status: 'PENDING_INVITE',
      roles: [{ name: 'member', display_name: 'Member' }],
      inviter_email: 'boss@example.com',
      provisioning_method: 'invitation',
    });
    expect(Date.parse(membership.expires_at) - Date.parse(membership.created_at)).toBe(15 * day);
    expect(membership).not.toHaveProperty('join_time');
  });

  it('makes an active member otherwise', async () => {
    const profile = { given_name: 'Jo', family_name: 'Doe', groups: ['a', 'b'] };
    const user = await test.member(org.id, 'active@example.com', { user_profile: profile });
    expect(user.user_profile).toMatchObject({
      ...profile,
      name: 'Jo Doe',
      first_name: 'Jo',
      last_name: 'Doe',
    });
    expect(user.user_profile.id).toMatch(/^usp_/);
    expect(user.memberships[0]).toMatchObject({
      membership_status: 'ACTIVE',
      provisioning_method: 'direct_provision',
      join_time: expect.any(String),
    });
  });

  it('joins whoever has the e-mail already', async () => {
    const first = await test.member(org.id, 'twice@example.com');
    const other = await test.organization();
    const second = await test.member(other.id, 'TWICE@example.com');
    expect(second.id).toBe(first.id);
    const { user } = (await test.call('GET', `/users/${first.id}`)).json;
    expect(user.memberships).toHaveLength(2);
  });

  it('leaves nobody behind when it is refused', async () => {
    const before = test.emulator.store.users.size;
    await invite('nobody@example.com', { roles: [{ name: 'emperor' }] });
    expect(test.emulator.store.users.size).toBe(before);
  });
});

describe('an invitation', () => {
  it('expires after 15 days; sending it again then gives it 15 more', async () => {
    const { id } = await invite('late@example.com');
    const early = (await resend(id)).json.invite;
    expect(early).toMatchObject({ user_id: id, status: 'PENDING_INVITE', resent_count: 1 });
    await test.moveClock(16 * day);
    expect(await membershipOf(id)).toMatchObject({ membership_status: 'INVITE_EXPIRED' });
    const late = (await resend(id)).json.invite;
    await test.moveClock();
    expect(late.resent_count).toBe(2);
    expect(Date.parse(late.expires_at) - Date.parse(early.expires_at)).toBeGreaterThan(15 * day);
  });
});

describe('a user', () => {
  it('is found by id and by external id, changed and deleted', async () => {
    const { id } = await test.member(org.id, 'found@example.com', { external_id: 'ext-7' });
    expect((await test.call('GET', '/users:external/ext-7')).json.user.id).toBe(id);
    const body = { user_profile: { given_name: 'New' }, metadata: { team: 'data' } };
    const changed = (await test.call('PATCH', `/users/${id}`, body)).json.user;
    expect(changed).toMatchObject({ metadata: { team: 'data' }, user_profile: { given_name: 'New' } });
    const { token } = await test.apiKey(org.id, { user_id: id });
    await test.call('DELETE', '/users:external/ext-7');
    expect((await test.call('GET', `/users/${id}`)).status).toBe(404);
    expect((await test.call('POST', '/tokens:validate', { token })).status).toBe(404);
    expect(test.emulator.store.memberships.findBy('userId', id)).toEqual([]);
  });

  it('stays when it leaves its last organization, unless the departure cascades', async () => {
    const stays = await test.member(org.id, 'stays@example.com');
    const goes = await test.member(org.id, 'goes@example.com');
    const path = `/memberships/organizations/${org.id}/users`;
    await test.call('DELETE', `${path}/${stays.id}`);
    await test.call('DELETE', `${path}/${goes.id}?cascade=true`);
    expect((await test.call('GET', `/users/${stays.id}`)).json.user.memberships).toEqual([]);
    expect((await test.call('GET', `/users/${goes.id}`)).status).toBe(404);
    expect((await test.call('DELETE', `${path}/${stays.id}`)).status).toBe(404);
    const back = await test.call('POST', `${path}/${stays.id}`, { roles: [{ name: 'admin' }] });
    expect(back.json.user.memberships[0]).toMatchObject({ membership_status: 'PENDING_INVITE' });
  });
});

describe('lists of users', () => {
  it('are of one organization, or of all, with search', async () => {
    const own = await test.organization();
    const ids = [];
    for (const name of ['ada', 'bo', 'cleo'])
      ids.unshift((await test.member(own.id, `${name}@list.example`)).id);
    const page = (await test.call('GET', `/organizations/${own.id}/users?page_size=2`)).json;
    expect(page).toMatchObject({ total_size: 3, users: [{ id: ids[0] }, { id: ids[1] }] });
    const token = encodeURIComponent(page.next_page_token);
    const next = (await test.call('GET', `/organizations/${own.id}/users?page_size=2&page_token=${token}`))
      .json;
    expect(next.users.map((one: Json) => one.id)).toEqual([ids[2]]);
    expect((await test.call('GET', '/users?page_size=1')).json.users[0].id).toBe(ids[0]);
    const found = (await test.call('GET', `/organizations/${own.id}/users:search?query=CLEO`)).json;
    expect(found.users.map((one: Json) => one.id)).toEqual([ids[0]]);
    expect((await test.call('GET', '/users:search?query=list.example')).json.total_size).toBe(3);
    expect((await test.call('GET', `/organizations/${org.id}/users:search?query=cleo`)).json.users).toEqual(
      [],
    );
  });
});

describe('roles of a member', () => {
  it('are added, replaced and removed', async () => {
    const { id } = await test.member(org.id, 'roles@example.com');
    const path = `/organizations/${org.id}/users/${id}/roles`;
    const names = ({ json }: { json: Json }) => json.roles.map((role: Json) => role.name);
    expect(names(await test.call('POST', path, [{ role_name: 'admin' }]))).toEqual(['member', 'admin']);
    await test.call('DELETE', `${path}/member`);
    expect(names(await test.call('GET', path))).toEqual(['admin']);
    expect((await test.call('DELETE', `${path}/member`)).status).toBe(404);
    const membership = `/memberships/organizations/${org.id}/users/${id}`;
    await test.call('PATCH', membership, { roles: [{ name: 'member' }] });
    expect(names(await test.call('GET', path))).toEqual(['member']);
  });

  it('bring inherited roles and permissions', async () => {
    const demo = await TestEmulator.start({ scenario: 'demo' });
    const { id } = await demo.organization();
    const user = await demo.member(id, 'analyst@example.com', {
      membership: { roles: [{ name: 'analyst' }] },
    });
    const path = `/organizations/${id}/users/${user.id}`;
    const { roles } = (await demo.call('GET', `${path}/roles`)).json;
    expect(roles.map((role: Json) => role.name)).toEqual(['analyst', 'member']);
    const { permissions } = (await demo.call('GET', `${path}/permissions`)).json;
    expect(permissions.map((one: Json) => one.name)).toEqual([
      'reports:read',
      'reports:export',
      'projects:read',
      'projects:write',
    ]);
    await demo.stop();
  });
});

describe('the identities of a user', () => {
  it('are kept per connection, with the last sign-in through each', async () => {
    const { id } = await test.member(org.id, 'identified@example.com');
    const { clock, environment, store } = test.emulator;
    const okta = {
      ...{ connectionId: 'conn_1', connectionType: 'OIDC', connectionUserId: '00u1', isSocial: false },
      connectionProvider: 'OKTA',
    } as const;
    const signIn = (identity: Parameters<typeof recordIdentity>[2]) => {
      const user = store.users.get(id);
      if (user) recordIdentity(environment, user, identity);
    };
    signIn(okta);
    clock.shift(day);
    signIn({ ...okta, connectionId: 'conn_2', connectionProvider: 'GOOGLE', isSocial: true });
    signIn(okta);
    clock.reset();
    const { user_profile: profile } = (await test.call('GET', `/users/${id}`)).json.user;
    expect(profile.email_verified).toBe(true);
    expect(profile.external_identities).toMatchObject([
      { connection_id: 'conn_2', connection_provider: 'GOOGLE', is_social: true },
      {
        connection_id: 'conn_1',
        connection_provider: 'OKTA',
        connection_type: 'OIDC',
        connection_user_id: '00u1',
      },
    ]);
    const [, first] = profile.external_identities;
    expect(Date.parse(first.last_login_time) - Date.parse(first.created_time)).toBeGreaterThanOrEqual(day);
  });
});
