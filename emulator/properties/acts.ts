import type { JsonValue } from '@bufbuild/protobuf';
import fc from 'fast-check';
import { describeDevice } from '../sessions/device';
import { startSession } from '../sessions/lifecycle';
import type { Answer, TestEmulator } from '../test-client';

/** What a run has made, gone or not: acts choose among them, so that many aim at something that is gone. */
export type World = {
  test: TestEmulator;
  organizations: string[];
  users: string[];
  sessions: string[];
  directories: { id: string; organizationId: string; secret: string; scimUsers: string[] }[];
  keys: { value: string; id: string }[];
  clients: { organizationId: string; id: string; secrets: string[] }[];
  connections: { organizationId: string; id: string }[];
  domains: { organizationId: string; id: string }[];
  answers: Answer[];
};

/** One request, valid or not. The numbers pick things of the world, wrapping round. */
export type Act = { kind: keyof typeof acts; a: number; b: number; c: number };

export const actArbitrary: fc.Arbitrary<Act> = fc
  .record({ kind: fc.nat(), a: fc.nat(11), b: fc.nat(11), c: fc.nat(5) })
  .map(({ kind, ...rest }) => ({ kind: kinds[kind % kinds.length] ?? 'createOrganization', ...rest }));

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
const missing = 'org_100000000000000001';
const roleNames = ['member', 'admin', 'lead', 'guest', 'nobody'];
const device = describeDevice('Mozilla/5.0', '203.0.113.7');

type Run = (world: World, a: number, b: number, c: number) => Promise<void>;

async function call(world: World, verb: string, path: string, body?: object): Promise<Answer> {
  const answer = await world.test.call(verb, path, body as JsonValue | undefined);
  world.answers.push(answer);
  return answer;
}

const org = (world: World, index: number) => pick(world.organizations, index) ?? missing;
const user = (world: World, index: number) => pick(world.users, index) ?? 'usr_100000000000000001';
const role = (index: number) => pick(roleNames, index) ?? 'member';

const acts = {
  createOrganization: async (world, a) => {
    const display_name = a === 0 ? '' : `Organization ${a}`;
    const { status, json } = await call(world, 'POST', '/organizations', {
      display_name,
      external_id: `x${a}`,
    });
    if (status === 200) world.organizations.push(json.organization.id);
  },
  deleteOrganization: async (world, a, _b, c) => {
    if (c === 0) await call(world, 'DELETE', `/organizations/${org(world, a)}`);
  },
  createUser: async (world, a, b, c) => {
    const path = `/organizations/${org(world, a)}/users?send_invitation_email=${c % 2 === 0}`;
    const membership = c > 3 ? {} : { roles: [{ name: role(c) }] };
    const body = { email: c === 5 ? 'nonsense' : `person${b}@example.com`, membership };
    const { status, json } = await call(world, 'POST', path, body);
    if (status === 200 && !world.users.includes(json.user.id)) world.users.push(json.user.id);
  },
  join: async (world, a, b, c) => {
    const path = `/memberships/organizations/${org(world, a)}/users/${user(world, b)}`;
    await call(world, 'POST', path, { membership: { roles: [{ name: role(c) }] } });
  },
  changeRoles: async (world, a, b, c) => {
    const path = `/memberships/organizations/${org(world, a)}/users/${user(world, b)}`;
    await call(world, 'PATCH', path, { membership: { roles: [{ name: role(c) }] } });
  },
  leave: async (world, a, b) => {
    await call(world, 'DELETE', `/memberships/organizations/${org(world, a)}/users/${user(world, b)}`);
  },
  resend: async (world, a, b) => {
    await call(world, 'PATCH', `/invites/organizations/${org(world, a)}/users/${user(world, b)}/resend`, {});
  },
  deleteUser: async (world, a) => {
    await call(world, 'DELETE', `/users/${user(world, a)}`);
  },
  signIn: async (world, a, b) => {
    const [organizationId, userId] = [org(world, a), user(world, b)];
    const { store } = world.test.emulator;
    const isMember = store.memberships
      .findBy('userId', userId)
      .some((one) => one.organizationId === organizationId);
    if (!isMember) return;
    world.sessions.push(startSession(world.test.emulator.environment, { userId, organizationId, device }).id);
  },
  revokeSession: async (world, a) => {
    await call(world, 'POST', `/sessions/${pick(world.sessions, a) ?? 'ses_1'}/revoke`);
  },
  createRole: async (world, a, b, c) => {
    const body = { name: role(b), display_name: role(b), ...(c > 2 && { extends: role(c) }) };
    await call(world, 'POST', c % 2 ? '/roles' : `/organizations/${org(world, a)}/roles`, body);
  },
  deleteRole: async (world, a, b, c) => {
    const successor = c > 2 ? `?reassign_role_name=${role(c)}` : '';
    const base = c % 2 ? '/roles' : `/organizations/${org(world, a)}/roles`;
    await call(world, 'DELETE', `${base}/${role(b)}${successor}`);
  },
  createKey: async (world, a, b, c) => {
    const owner = c > 2 ? { user_id: user(world, b) } : {};
    const { status, json } = await call(world, 'POST', '/tokens', {
      organization_id: org(world, a),
      ...owner,
    });
    if (status === 200) world.keys.push({ value: json.token, id: json.token_id });
  },
  revokeKey: async (world, a, b) => {
    const key = pick(world.keys, a);
    await call(world, 'POST', '/tokens:invalidate', { token: (b % 2 ? key?.id : key?.value) ?? 'none' });
  },
  createClient: async (world, a) => {
    const organizationId = org(world, a);
    const { status, json } = await call(world, 'POST', `/organizations/${organizationId}/clients`, {
      name: 'Robot',
    });
    if (status !== 200) return;
    const { client_id: id, secrets } = json.client;
    world.clients.push({ organizationId, id, secrets: [secrets[0].id] });
  },
  addSecret: async (world, a) => {
    const client = pick(world.clients, a);
    const path = `/organizations/${client?.organizationId ?? missing}/clients/${client?.id ?? 'm2morg_1'}/secrets`;
    const { status, json } = await call(world, 'POST', path);
    if (status === 200) client?.secrets.push(json.secret.id);
  },
  removeSecret: async (world, a, b) => {
    const client = pick(world.clients, a);
    if (!client) return;
    const path = `/organizations/${client.organizationId}/clients/${client.id}/secrets/${pick(client.secrets, b)}`;
    await call(world, 'DELETE', path);
  },
  createConnection: async (world, a, _b, c) => {
    const organizationId = org(world, a);
    const body = { provider: c === 0 ? 'NOBODY' : 'OKTA', type: 'OIDC' };
    const { status, json } = await call(world, 'POST', `/organizations/${organizationId}/connections`, body);
    if (status === 200) world.connections.push({ organizationId, id: json.connection.id });
  },
  toggleConnection: async (world, a, b) => {
    const one = pick(world.connections, a);
    const path = `/organizations/${one?.organizationId ?? missing}/connections/${one?.id ?? 'conn_1'}`;
    await call(world, 'PATCH', `${path}:${b % 2 ? 'enable' : 'disable'}`);
  },
  deleteConnection: async (world, a) => {
    const one = pick(world.connections, a);
    if (one) await call(world, 'DELETE', `/organizations/${one.organizationId}/connections/${one.id}`);
  },
  createDomain: async (world, a, b, c) => {
    const organizationId = org(world, a);
    const domain = c === 0 ? 'gmail.com' : `customer${b}.example`;
    const { status, json } = await call(world, 'POST', `/organizations/${organizationId}/domains`, {
      domain,
    });
    if (status === 200) world.domains.push({ organizationId, id: json.domain.id });
  },
  deleteDomain: async (world, a) => {
    const one = pick(world.domains, a);
    if (one) await call(world, 'DELETE', `/organizations/${one.organizationId}/domains/${one.id}`);
  },
  createDirectory: async (world, a) => {
    const organizationId = org(world, a);
    const base = `/organizations/${organizationId}/directories`;
    const { status, json } = await call(world, 'POST', base, {
      directory_type: 'SCIM',
      directory_provider: 'OKTA',
    });
    if (status !== 200) return;
    const { id } = json.directory;
    const secret = await call(world, 'POST', `${base}/${id}/secrets`);
    world.directories.push({ id, organizationId, secret: secret.json.plain_secret, scimUsers: [] });
  },
  pushUser: async (world, a, b) => {
    const directory = pick(world.directories, a);
    if (!directory) return;
    const body = { userName: `person${b}@customer${a}.example`, active: true };
    const created = await scim(world, directory, 'POST', '/Users', body);
    if (created) directory.scimUsers.push(created);
  },
  dropUser: async (world, a, b) => {
    const directory = pick(world.directories, a);
    const id = directory && pick(directory.scimUsers, b);
    if (directory && id) await scim(world, directory, 'DELETE', `/Users/${id}`);
  },
  deleteDirectory: async (world, a, b) => {
    const one = pick(world.directories, a);
    if (!one) return;
    const path = `/organizations/${one.organizationId}/directories/${one.id}`;
    if (b % 2) await call(world, 'PATCH', `${path}:disable`);
    await call(world, 'DELETE', path);
  },
} satisfies Record<string, Run>;

const kinds = Object.keys(acts) as (keyof typeof acts)[];

/** Sends one act. */
export function perform(world: World, { kind, a, b, c }: Act): Promise<void> {
  return (acts[kind] as Run)(world, a, b, c);
}

/** A push of an identity provider; gives the id of what was made, when something was. */
async function scim(
  world: World,
  { id, secret }: World['directories'][number],
  method: string,
  path: string,
  body?: object,
): Promise<string | undefined> {
  const answer = await fetch(`${world.test.emulator.url}/directory/${id}/scim/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/scim+json' },
    body: body && JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], ...body }),
  });
  const text = await answer.text();
  if (answer.status >= 500) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return answer.status === 201 ? JSON.parse(text).id : undefined;
}
