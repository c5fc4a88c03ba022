import { createApiClient } from '../fixtures/api-clients-api';
import { openDirectory, pushPeople } from '../fixtures/directories-api';
import { addDomain } from '../fixtures/domains-api';
import { type Organization, type ScalekitApi, uniqueWord } from '../fixtures/scalekit-api';
import { openSignIn, signInPerson } from '../fixtures/sessions-api';
import type { E2eStack } from '../setup/stack';

/** What is copied to make a list longer: a row of the emulator's, and what differs between the copies. */
type Copied = { table: string; id: string; set?: Record<string, string> };

type GrowingList = {
  name: string;
  /** Upstream calls of its page, however long the list is. */
  calls: number;
  /** Arranges one item. The path is the page's, behind the environment. */
  begin: (api: ScalekitApi, organization: Organization, at: E2eStack['production']) => Promise<Begun>;
};

type Begun = { path: string; copied: Copied[] };

const of = (id: string, tab = '') => `/organizations/${id}${tab}`;

/** Every page with a list that a customer can make long. */
export const growingLists: GrowingList[] = [
  {
    name: 'organizations',
    calls: 1,
    begin: async (_api, { id }) => {
      const set = { externalId: `${id}{n}`, displayName: 'Copy {n}' };
      return { path: '/organizations', copied: [{ table: 'organizations', id, set }] };
    },
  },
  {
    name: 'members',
    calls: 2,
    begin: async (api, { id }) => {
      const member = await api.addMember(id);
      return { path: of(id, '/members'), copied: copiedMember(id, member.id) };
    },
  },
  {
    name: 'overview of an organization with members',
    calls: 7,
    begin: async (api, { id }) => {
      const member = await api.addMember(id);
      return { path: of(id), copied: copiedMember(id, member.id) };
    },
  },
  {
    name: 'API keys',
    calls: 2,
    begin: async (api, { id }) => {
      const { tokenId } = await api.createApiKey(id, 'copied');
      return { path: of(id, '/api-keys'), copied: [{ table: 'tokens', id: tokenId }] };
    },
  },
  {
    name: 'API clients',
    calls: 2,
    begin: async (api, { id }) => {
      const { clientId } = await createApiClient(api, id);
      return { path: of(id, '/clients'), copied: [{ table: 'machineClients', id: clientId }] };
    },
  },
  {
    name: 'domains',
    calls: 2,
    begin: async (api, { id }) => {
      const domain = await addDomain(api, id, `${uniqueWord()}.example`);
      const set = { name: `{n}.${domain.domain}` };
      return { path: of(id, '/domains'), copied: [{ table: 'domains', id: domain.id, set }] };
    },
  },
  {
    name: 'directories',
    calls: 2,
    begin: async (api, { id }) => {
      const { directoryId } = await openDirectory(api, id);
      return { path: of(id, '/directories'), copied: [{ table: 'directories', id: directoryId }] };
    },
  },
  {
    name: 'users of a directory',
    calls: 4,
    begin: async (api, { id }) => {
      const directory = await openDirectory(api, id);
      const { userIds } = await pushPeople(directory, ['ada']);
      const path = of(id, `/directories/${directory.directoryId}/users`);
      return { path, copied: [{ table: 'directoryUsers', id: userIds[0] ?? '' }] };
    },
  },
  {
    name: 'groups of a directory',
    calls: 3,
    begin: async (api, { id }) => {
      const directory = await openDirectory(api, id);
      const { groupIds } = await pushPeople(directory, ['ada'], { Finance: ['ada'] });
      const path = of(id, `/directories/${directory.directoryId}/groups`);
      return { path, copied: [{ table: 'directoryGroups', id: groupIds.Finance ?? '' }] };
    },
  },
  {
    name: 'roles',
    calls: 3,
    begin: async (api, { id }) => {
      const path = `/organizations/${id}/roles`;
      const { role } = (await api.send('POST', path, { name: 'clerk', display_name: 'Clerk' })) as {
        role: { id: string };
      };
      return { path, copied: [{ table: 'roles', id: role.id, set: { name: 'clerk{n}' } }] };
    },
  },
  {
    name: 'a role and its members',
    calls: 5,
    begin: async (api, { id }) => {
      const member = await api.addMember(id);
      return { path: of(id, '/roles/member'), copied: copiedMember(id, member.id) };
    },
  },
  {
    name: 'connections of an organization',
    calls: 2,
    begin: async (api, { id }) => {
      const { connectionId } = await openSignIn(api, id);
      const set = { keyId: `conn-${connectionId}{n}` };
      return { path: of(id, '/connections'), copied: [{ table: 'connections', id: connectionId, set }] };
    },
  },
  {
    name: 'all connections',
    calls: 1,
    begin: async (api, { id }) => {
      const { connectionId } = await openSignIn(api, id);
      const set = { keyId: `conn-${connectionId}{n}` };
      return { path: '/connections', copied: [{ table: 'connections', id: connectionId, set }] };
    },
  },
  {
    name: 'users',
    calls: 1,
    begin: async (api, { id }) => {
      const member = await api.addMember(id);
      return { path: '/users', copied: copiedMember(id, member.id) };
    },
  },
  {
    name: 'memberships of a user',
    calls: 2,
    begin: async (api, { id }) => {
      const { id: userId } = await api.addMember(id);
      const organizations = { table: 'organizations', id, set: { externalId: `${id}{n}` } };
      const set = { id: `${id}{n}:${userId}`, organizationId: `${id}{n}` };
      const memberships = { table: 'memberships', id: `${id}:${userId}`, set };
      return { path: `/users/${userId}`, copied: [organizations, memberships] };
    },
  },
  {
    name: 'sessions of a user',
    calls: 2,
    begin: async (api, { id }, at) => {
      const { connectionId, domain } = await openSignIn(api, id);
      const { userId } = await signInPerson(at, api, connectionId, `ada@${domain}`);
      const { sessions } = (await api.send('GET', `/users/${userId}/sessions`)) as {
        sessions: { session_id: string }[];
      };
      return { path: `/users/${userId}`, copied: [{ table: 'sessions', id: sessions[0]?.session_id ?? '' }] };
    },
  },
  {
    name: 'the timeline of a user',
    calls: 2,
    begin: async (api, { id }, at) => {
      const { connectionId, domain } = await openSignIn(api, id);
      const { userId } = await signInPerson(at, api, connectionId, `ada@${domain}`);
      const { authRequests } = (await api.send(
        'GET',
        `/logs/authentication/requests?email=ada@${domain}`,
      )) as {
        authRequests: { auth_request_id: string }[];
      };
      return {
        path: `/users/${userId}/timeline`,
        copied: [{ table: 'authLogs', id: authRequests[0]?.auth_request_id ?? '' }],
      };
    },
  },
  {
    name: 'passkeys of a user',
    calls: 2,
    begin: async (api, { id }) => {
      const { id: userId } = await api.addMember(id);
      const passkey = (await api.control('POST', 'passkeys', { userId })) as { id: string };
      return { path: `/users/${userId}/passkeys`, copied: [{ table: 'passkeys', id: passkey.id }] };
    },
  },
];

function copiedMember(organizationId: string, userId: string): Copied[] {
  const membership = `${organizationId}:${userId}`;
  return [
    { table: 'users', id: userId, set: { email: `m{n}-${userId}@customer.example` } },
    {
      ...{ table: 'memberships', id: membership },
      set: { id: `${membership}{n}`, userId: `${userId}{n}` },
    },
  ];
}
