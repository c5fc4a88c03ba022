import { codeOfStatus } from '../errors';
import { findRole } from '../roles/find-role';
import { sessionStatus } from '../sessions/rows';
import type { Answer, Json } from '../test-client';
import type { World } from './acts';

/** What must hold whatever happened, as sentences about what does not. An empty list is good. */
export async function findBroken(world: World): Promise<string[]> {
  const broken = [
    ...findOrphans(world),
    ...findStrangeRoles(world),
    ...findLivingSessions(world),
    ...world.answers.flatMap(findBadError),
  ];
  for (const check of [findWrongKeys, findWrongCounts, findLostSecrets]) broken.push(...(await check(world)));
  return broken;
}

/** Rows of organizations and people that are gone. */
function findOrphans({ test }: World): string[] {
  const { store } = test.emulator;
  const owned = ['memberships', 'connections', 'domains', 'directories', 'machineClients'] as const;
  const ofNobody = owned.flatMap((table) =>
    store[table]
      .all()
      .filter(({ organizationId }) => organizationId && !store.organizations.get(organizationId))
      .map(({ id }) => `${table} ${id} belongs to an organization that is gone`),
  );
  const members = store.memberships.all().filter(({ userId }) => !store.users.get(userId));
  return [...ofNobody, ...members.map(({ id }) => `membership ${id} belongs to somebody who is gone`)];
}

function findStrangeRoles({ test }: World): string[] {
  const { store } = test.emulator;
  return store.memberships
    .all()
    .flatMap(({ id, organizationId, roles }) =>
      roles
        .filter((name) => !findRole(store, name, organizationId))
        .map((name) => `membership ${id} has the role ${name}, which does not exist`),
    );
}

function findLivingSessions({ test }: World): string[] {
  const { store, clock } = test.emulator;
  return store.sessions
    .all()
    .filter((row) => sessionStatus(row, clock.now()) === 'active')
    .filter((row) => {
      const organizations = store.memberships.findBy('userId', row.userId).map((one) => one.organizationId);
      return !store.users.get(row.userId) || !organizations.includes(row.organizationId ?? '');
    })
    .map(({ id }) => `session ${id} goes on without its person`);
}

/** Every refusal has the documented body, and its gRPC code and HTTP status agree. */
function findBadError({ status, json }: Answer): string[] {
  if (status < 300) return [];
  const detail = json?.details?.[0];
  const isDocumented = typeof json?.message === 'string' && typeof detail?.error_code === 'string';
  const agrees = status === 400 ? [3, 9, 11].includes(json?.code) : json?.code === codeOfStatus(status);
  return isDocumented && agrees && status !== 500 ? [] : [`an error of ${status}: ${JSON.stringify(json)}`];
}

/** A key validates exactly while it is listed, and none of an organization that is gone. */
async function findWrongKeys({ test, keys }: World): Promise<string[]> {
  const { store } = test.emulator;
  const wrong: string[] = [];
  for (const { id, value } of keys) {
    const { status } = await test.call('POST', '/tokens:validate', { token: value });
    const row = store.tokens.get(id);
    const isAlive = row !== undefined && store.organizations.get(row.organizationId) !== undefined;
    if (status === 200 && !isAlive) wrong.push(`key ${id} validates after its organization is gone`);
    if (status !== 200 && status !== 404) wrong.push(`key ${id} is answered ${status}`);
  }
  return wrong;
}

/** Lists hold as many as they say, each once. */
async function findWrongCounts({ test, organizations }: World): Promise<string[]> {
  const wrong: string[] = [];
  const lists = ['/organizations?', '/users?'];
  for (const id of organizations.slice(-2)) lists.push(`/organizations/${id}/users?`);
  for (const path of lists) {
    const ids: string[] = [];
    let total = 0;
    let token = '';
    do {
      const { status, json } = await test.call(
        'GET',
        `${path}page_size=10&page_token=${encodeURIComponent(token)}`,
      );
      if (status === 404) break;
      ids.push(...(json.organizations ?? json.users).map((one: Json) => one.id));
      total = json.total_size;
      token = json.next_page_token;
    } while (token);
    if (ids.length !== total) wrong.push(`${path} says ${total} and has ${ids.length}`);
    if (new Set(ids).size !== ids.length) wrong.push(`${path} has somebody twice`);
  }
  return wrong;
}

/** A client never loses its last secret. */
async function findLostSecrets({ test, clients }: World): Promise<string[]> {
  const wrong: string[] = [];
  for (const { organizationId, id } of clients) {
    const { status, json } = await test.call('GET', `/organizations/${organizationId}/clients/${id}`);
    if (status === 200 && json.client.secrets.length === 0) wrong.push(`client ${id} has no secret left`);
  }
  return wrong;
}
