import { connectAccount, createAppConnection, createProvider } from '../e2e/fixtures/agents-api';
import { createApiClient } from '../e2e/fixtures/api-clients-api';
import { createClient, createResource } from '../e2e/fixtures/clients-api';
import { mapGroup, openDirectory, pushPeople, userIdAtScalekit } from '../e2e/fixtures/directories-api';
import { addDomain } from '../e2e/fixtures/domains-api';
import { addSamlConnection } from '../e2e/fixtures/expiry-api';
import { createMcpConfig, createMcpInstance } from '../e2e/fixtures/mcp-api';
import { createRole } from '../e2e/fixtures/roles-api';
import { type Organization, type ScalekitApi, uniqueWord } from '../e2e/fixtures/scalekit-api';
import { openSignIn } from '../e2e/fixtures/sessions-api';
import { accessPages } from './waterfall-access';

/** A page of the console, and words that its complete answer holds. `cookie` where it is not for staff. */
export type PageToFetch = { path: string; holds: string; cookie?: string };

export type WaterfallPage = {
  name: string;
  /** Round trips: 1.5 where all calls can start at once, 2.5 where one answer is needed for the next. */
  atMost: number;
  /** Arranges what the page shows. Sources of delay are not on yet. */
  find: (
    api: ScalekitApi,
    organization: Organization,
    databaseUrl: string,
  ) => PageToFetch | Promise<PageToFetch>;
};

const of = (id: string, tab = '') => `/production/organizations/${id}${tab}`;

/** Every page whose round trips are counted. */
export const waterfallPages: WaterfallPage[] = [
  {
    name: 'list',
    atMost: 1.5,
    find: (_api, { displayName }) => ({ path: '/production/organizations', holds: displayName }),
  },
  {
    name: 'members',
    atMost: 1.5,
    find: async (api, { id }) => {
      const { email } = await api.addMember(id);
      return { path: of(id, '/members'), holds: email };
    },
  },
  {
    name: 'compare people',
    atMost: 1.5,
    find: (_api, { id }) => ({ path: of(id, '/members/compare'), holds: 'put together by address' }),
  },
  {
    name: 'api-keys',
    atMost: 1.5,
    find: async (api, { id }) => {
      await api.createApiKey(id, 'Nightly export');
      return { path: of(id, '/api-keys'), holds: 'Nightly export' };
    },
  },
  {
    name: 'portal-links',
    atMost: 1.5,
    find: (_api, { id }) => ({ path: of(id, '/portal-links'), holds: 'Each leads to a page with a button' }),
  },
  {
    name: 'hand-overs',
    atMost: 1.5,
    find: (_api, { id }) => ({ path: of(id, '/hand-overs'), holds: 'No hand-overs yet' }),
  },
  {
    name: 'connection',
    atMost: 1.5,
    find: async (api, { id }) => {
      const { connectionId } = await openSignIn(api, id);
      return { path: of(id, `/connections/${connectionId}`), holds: 'Redirect URI' };
    },
  },
  {
    name: 'connection-setup',
    atMost: 1.5,
    find: async (api, { id }) => {
      const { connectionId } = await openSignIn(api, id);
      return { path: of(id, `/connections/${connectionId}/setup`), holds: 'Read from the issuer' };
    },
  },
  {
    name: 'rotate a certificate',
    atMost: 1.5,
    find: async (api, { id }) => {
      const connectionId = await addSamlConnection(api, id, 'idp.heronsgate.example', 9);
      return { path: of(id, `/connections/${connectionId}/certificate`), holds: 'Expires soon' };
    },
  },
  {
    name: 'connections',
    atMost: 1.5,
    find: (_api, { id }) => ({ path: of(id, '/connections'), holds: 'Okta' }),
  },
  { name: 'all-connections', atMost: 1.5, find: () => ({ path: '/production/connections', holds: 'Okta' }) },
  {
    name: 'api-client',
    atMost: 1.5,
    find: async (api, { id }) => {
      const { clientId } = await createApiClient(api, id);
      return { path: of(id, `/clients/${clientId}`), holds: 'orders:read' };
    },
  },
  {
    name: 'api-clients',
    atMost: 1.5,
    find: (_api, { id }) => ({ path: of(id, '/clients'), holds: 'Deploys' }),
  },
  {
    name: 'organization-settings',
    atMost: 1.5,
    find: (_api, { id }) => ({ path: of(id, '/settings'), holds: 'expired invitations included' }),
  },
  { name: 'users', atMost: 1.5, find: () => ({ path: '/production/users', holds: 'External id' }) },
  {
    name: 'user',
    atMost: 1.5,
    find: async (api, { id }) => {
      const user = await api.addMember(id);
      return { path: `/production/users/${user.id}`, holds: user.email };
    },
  },
  {
    name: 'access of a user',
    atMost: 1.5,
    find: async (api, { id }) => {
      const user = await api.addMember(id);
      return { path: `/production/users/${user.id}/access?organization=${id}`, holds: 'Name in the API' };
    },
  },
  {
    name: 'passkeys of a user',
    atMost: 1.5,
    find: async (api, { id }) => {
      const user = await api.addMember(id);
      return { path: `/production/users/${user.id}/passkeys`, holds: 'No passkeys' };
    },
  },
  {
    name: 'timeline of a user',
    // The login log is searched by e-mail, which the user's record holds.
    atMost: 2.5,
    find: async (api, { id }) => {
      const user = await api.addMember(id);
      return { path: `/production/users/${user.id}/timeline`, holds: 'Nothing yet' };
    },
  },
  {
    name: 'is a user really gone',
    // Who they are, where they belong, and what is left there: each answer is needed for the next.
    atMost: 3.5,
    find: async (api, { id }) => {
      const user = await api.addMember(id);
      return { path: `/production/users/${user.id}/gone`, holds: 'What lets them in' };
    },
  },
  {
    name: 'directory',
    atMost: 1.5,
    find: async (api, { id }) => ({ path: (await findDirectory(api, id)).path, holds: 'SCIM endpoint' }),
  },
  {
    // Which groups to look into is only known once the mappings are read.
    name: 'access of a user of a directory',
    atMost: 2.5,
    find: async (api, { id }) => {
      const { directoryId, userName, groupId } = await findDirectory(api, id);
      await mapGroup(api, { organizationId: id, directoryId, groupId });
      const userId = await userIdAtScalekit(api, id, userName);
      return {
        path: `/production/users/${userId}/access?organization=${id}`,
        holds: 'by the directory group',
      };
    },
  },
  {
    name: 'directories',
    atMost: 1.5,
    find: (_api, { id }) => ({ path: of(id, '/directories'), holds: 'Okta' }),
  },
  {
    name: 'directory-users',
    atMost: 1.5,
    find: async (api, { id }) => {
      const { path, userName } = await findDirectory(api, id);
      return { path: `${path}/users`, holds: userName };
    },
  },
  {
    name: 'directory-groups',
    atMost: 1.5,
    find: async (api, { id }) => ({
      path: `${(await findDirectory(api, id)).path}/groups`,
      holds: 'Finance',
    }),
  },
  {
    name: 'why a group is missing',
    atMost: 1.5,
    find: async (api, { id }) => ({
      path: `${(await findDirectory(api, id)).path}/groups/missing?group=Payroll`,
      holds: 'Not pushed by the identity provider',
    }),
  },
  {
    name: 'directory-mapping',
    atMost: 1.5,
    find: async (api, { id }) => ({
      path: `${(await findDirectory(api, id)).path}/mapping`,
      holds: 'Roles by group',
    }),
  },
  {
    name: 'domains',
    atMost: 1.5,
    find: async (api, { id }) => {
      const { domain } = await addDomain(api, id, `${uniqueWord()}.example`);
      return { path: of(id, '/domains'), holds: domain };
    },
  },
  {
    name: 'move a domain',
    atMost: 1.5,
    find: async (api, { id }) => {
      const holder = await api.createOrganization();
      const { domain } = await openSignIn(api, holder.id);
      return {
        path: of(id, `/domains/move?domain=${domain}&from=${holder.id}`),
        holds: 'Type the name of the domain',
      };
    },
  },
  {
    name: 'roles',
    atMost: 1.5,
    find: async (api, { id }) => {
      await createRole(api, id, 'yard_clerk', { displayName: 'Yard clerk' });
      return { path: of(id, '/roles'), holds: 'Yard clerk' };
    },
  },
  {
    name: 'role',
    atMost: 1.5,
    find: async (api, { id }) => {
      await createRole(api, id, 'gate_clerk', { extends: 'member' });
      return { path: of(id, '/roles/gate_clerk'), holds: 'as Scalekit counts' };
    },
  },
  ...accessPages,
  {
    name: 'overview',
    atMost: 1.5,
    find: async (api) => {
      // One of its own, without SAML: certificates take a second answer.
      const { id } = await api.createOrganization();
      return { path: of(id), holds: 'Active API keys' };
    },
  },
  {
    name: 'overview with certificates',
    // Which connections there are, then each: streamed, so that the rest of the page does not wait for it.
    atMost: 2.5,
    find: async (api) => {
      const { id } = await api.createOrganization();
      await addSamlConnection(api, id, 'idp.heronsgate.example', 20);
      return { path: of(id), holds: 'SAML certificate</td>' };
    },
  },
  {
    name: 'app-connections',
    atMost: 1.5,
    find: async (api) => {
      const { keyId } = await createAppConnection(api);
      return { path: '/production/app-connections', holds: keyId };
    },
  },
  {
    // What hangs on it takes the connection's key first.
    name: 'app-connection',
    atMost: 2.5,
    find: async (api) => {
      const { connectionId } = await createAppConnection(api);
      return { path: `/production/app-connections/${connectionId}`, holds: 'none of the first 30' };
    },
  },
  {
    name: 'app-connection-edit',
    atMost: 1.5,
    find: async (api) => {
      const { connectionId, keyId } = await createAppConnection(api);
      return { path: `/production/app-connections/${connectionId}/edit`, holds: keyId };
    },
  },
  {
    name: 'connected-accounts',
    atMost: 1.5,
    find: async (api) => {
      const { keyId } = await createAppConnection(api);
      const identifier = `ada-${uniqueWord()}`;
      await connectAccount(api, keyId, identifier);
      return { path: `/production/connected-accounts?connection=${keyId}`, holds: identifier };
    },
  },
  {
    name: 'connected accounts of a customer',
    atMost: 1.5,
    find: async (api, { id }) => {
      const { keyId } = await createAppConnection(api);
      await connectAccount(api, keyId, 'ada@heronsgate.example', id);
      return { path: of(id, '/connected-accounts'), holds: keyId };
    },
  },
  {
    // Whose customer's an account is, only the customer's list says, by the account's own connection and identifier.
    name: 'connected account of a customer',
    atMost: 2.5,
    find: async (api, { id }) => {
      const { keyId } = await createAppConnection(api);
      const accountId = await connectAccount(api, keyId, 'ada@heronsgate.example', id);
      return { path: `/production/connected-accounts/${accountId}?organization=${id}`, holds: keyId };
    },
  },
  {
    name: 'connected-account-edit',
    atMost: 1.5,
    find: async (api) => {
      const { keyId } = await createAppConnection(api);
      const accountId = await connectAccount(api, keyId, 'ada@heronsgate.example');
      return { path: `/production/connected-accounts/${accountId}/edit`, holds: 'What is handed in' };
    },
  },
  {
    name: 'providers',
    atMost: 1.5,
    find: async (api) => {
      const identifier = await createProvider(api);
      return { path: '/production/providers', holds: identifier };
    },
  },
  {
    name: 'provider',
    atMost: 1.5,
    find: async (api) => {
      const identifier = await createProvider(api);
      return { path: `/production/providers/${identifier}`, holds: 'None yet: agents cannot act there.' };
    },
  },
  {
    name: 'client',
    atMost: 1.5,
    find: async (api) => {
      const { clientId, name } = await createClient(api);
      return { path: `/production/clients/${clientId}`, holds: name };
    },
  },
  {
    name: 'resource',
    atMost: 1.5,
    find: async (api) => {
      const { resourceId, name } = await createResource(api);
      return { path: `/production/resources/${resourceId}`, holds: name };
    },
  },
  {
    name: 'mcp-configuration',
    atMost: 1.5,
    find: async (api) => {
      const { configId, configName } = await createMcpConfig(api, 'ada');
      return { path: `/production/mcp/${configId}?identifier=ada`, holds: configName };
    },
  },
  {
    name: 'mcp-instance',
    atMost: 1.5,
    find: async (api) => {
      const { configName } = await createMcpConfig(api, 'ada');
      const instanceId = await createMcpInstance(api, configName, 'ada');
      return { path: `/production/mcp/instances/${instanceId}`, holds: configName };
    },
  },
  {
    name: 'tools',
    atMost: 1.5,
    find: () => ({ path: '/production/tools?provider=GMAIL', holds: 'gmail_send_message' }),
  },
  {
    // The provider, whose accounts are offered, stands in the tool.
    name: 'tool',
    atMost: 2.5,
    find: () => ({ path: '/production/tools/gmail_send_message', holds: 'Input schema' }),
  },
  {
    name: 'proxied request',
    atMost: 1.5,
    find: () => ({ path: '/production/proxy-request', holds: 'Proxied request' }),
  },
  {
    name: 'tool runs',
    atMost: 1.5,
    find: () => ({ path: '/production/tool-runs', holds: 'What your own staff ran' }),
  },
  {
    // What an address leads to, the customer, then its roles.
    name: 'sign-in dry run',
    atMost: 3.5,
    find: async (api, { id }) => {
      const { domain } = await openSignIn(api, id);
      return { path: `/production/doctor/dry-run?email=jane@${domain}`, holds: 'leads to' };
    },
  },
  {
    // Who it is, what they have, then the groups of directories that could bring it.
    name: 'access explainer',
    atMost: 3.5,
    find: async (api, { id }) => {
      const { email } = await api.addMember(id);
      const search = new URLSearchParams({ person: email, permission: 'nothing:at_all' });
      return { path: `/production/doctor/access?${search}`, holds: 'No role here brings' };
    },
  },
  {
    name: 'notes',
    atMost: 1.5,
    find: (_api, { id }) => ({ path: of(id, '/notes'), holds: 'By our own staff' }),
  },
];

async function findDirectory(api: ScalekitApi, organizationId: string) {
  const directory = await openDirectory(api, organizationId);
  const { userNames, groupIds } = await pushPeople(directory, ['ada'], { Finance: ['ada'] });
  const { directoryId } = directory;
  const path = of(organizationId, `/directories/${directoryId}`);
  return { path, directoryId, userName: userNames[0] ?? '', groupId: groupIds.Finance ?? '' };
}
