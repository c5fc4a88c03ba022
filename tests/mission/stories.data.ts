import type { Story } from './row';

/** The browser tests that rows are shown by. */
export const stories: Record<string, Story> = {
  exchangeCode: {
    spec: 'toolbox-sign-in.spec.ts',
    title: 'a sign-in is built, done, exchanged, refreshed and inspected, and its tokens are kept nowhere',
  },
  exploreByJson: {
    spec: 'api-explorer.spec.ts',
    title: 'support reads a customer by JSON and may not delete it; a page shows its call as code',
  },
  passwordlessMail: {
    spec: 'toolbox-sign-in.spec.ts',
    title: 'a passwordless mail is sent, resent and verified with the code in the mailbox',
  },
  pendingLogin: {
    spec: 'toolbox-sign-in.spec.ts',
    title: 'a sign-in that waits at an own login page goes on as the person that Keydesk names',
  },
  accountTools: {
    spec: 'resources.spec.ts',
    title: 'an account is found by its person, and leads to the tools that it can run',
  },
  addDomain: { spec: 'domains.spec.ts', title: 'a domain is added, refused where it must be, and deleted' },
  apiClient: {
    spec: 'api-client.spec.ts',
    title: 'a machine is made, its secret rotated without a gap, and the machine deleted',
  },
  checkDomain: {
    spec: 'domains.spec.ts',
    title: 'a domain that waits for its record is explained by what the DNS says',
  },
  checkWebhook: {
    spec: 'toolbox.spec.ts',
    title: 'a webhook that was refused is explained, and its secret leaves the browser never',
  },
  connectAccount: {
    spec: 'connected-accounts.spec.ts',
    title: 'an account is created once, connected by a link, and its person verified',
  },
  correctAddress: {
    spec: 'everyday-people.spec.ts',
    title: 'an invitation to a wrong address is cancelled and sent to the right one with the same roles',
  },
  createConnection: {
    spec: 'connection-setup.spec.ts',
    title: 'a SAML connection is created, and set up from the address of its metadata',
  },
  createDirectory: {
    spec: 'directory.spec.ts',
    title: 'a directory is made, pushed to, and its secret rotated with overlap, then replaced',
  },
  createOrganization: {
    spec: 'organizations.spec.ts',
    title: 'puts each problem beside its field, keeps what was typed, and ends on its page',
  },
  createOwnRole: {
    spec: 'organization-roles.spec.ts',
    title: 'a role is made, refused where it must be, and its page tells where each permission comes from',
  },
  credentials: {
    spec: 'connected-accounts.spec.ts',
    title: 'live tokens are shown to an admin once, with a reason; then the account is cut off and deleted',
  },
  deleteDirectory: {
    spec: 'directory.spec.ts',
    title: 'a directory is disabled and deleted in one dialog; members stay',
  },
  deleteOrganization: {
    spec: 'organization.spec.ts',
    title: 'goes for good after its name was typed and a reason given',
  },
  deleteOwnRole: {
    spec: 'organization-roles.spec.ts',
    title: 'a default is changed, and a role in use is deleted with its people moved',
  },
  editKey: {
    spec: 'api-key-list.spec.ts',
    title: 'lets description and claims be edited, never the value',
  },
  editOrganization: { spec: 'organization.spec.ts', title: 'changes only what was changed' },
  editOwnRole: {
    spec: 'organization-roles.spec.ts',
    title: 'an edit says who gains and who loses before it is saved',
  },
  editUser: {
    spec: 'people.spec.ts',
    title: 'a profile is edited, a membership added and removed, and the user deleted',
  },
  environmentRole: {
    spec: 'environment-roles.spec.ts',
    title:
      'a role of the environment is made, filled, changed, made a default, and deleted with its people moved',
  },
  environments: {
    spec: 'admin.spec.ts',
    title: 'an environment is tested and probed, and a test mail arrives',
  },
  filterConnections: {
    spec: 'connection.spec.ts',
    title: 'the connections of all customers are narrowed by filters in the address',
  },
  findOrganization: {
    spec: 'organizations.spec.ts',
    title: 'leads to one by its external id, by its id, and says when there is none',
  },
  findUser: { spec: 'users.spec.ts', title: 'a person is found by e-mail, one session ends, then all' },
  findUserById: {
    spec: 'users.spec.ts',
    title: 'a whole id or external id leads straight to its user',
  },
  inspectToken: {
    spec: 'toolbox.spec.ts',
    title: 'a token is taken apart, and what leads to a sign-in is built',
  },
  issueKey: {
    spec: 'api-key.spec.ts',
    title: 'for the organization, with claims and an expiry, shows it exactly once',
  },
  issueKeyForMember: { spec: 'api-key.spec.ts', title: 'for one of its members' },
  leakedKey: {
    spec: 'toolbox.spec.ts',
    title: 'a leaked key is found by its value and revoked on the spot',
  },
  listKeys: { spec: 'api-key-list.spec.ts', title: 'pages, and filters by user in the address' },
  listMembers: {
    spec: 'organization.spec.ts',
    title: 'shows its members, each with a way to their keys',
  },
  mapGroup: {
    spec: 'directory.spec.ts',
    title: 'a group is mapped to a role: its members get it, after a preview in words',
  },
  mcp: {
    spec: 'mcp.spec.ts',
    title:
      'an MCP server is made from tools, a person authorized for it, and both their ways in are shown once',
  },
  oauthAppConnection: {
    spec: 'app-connections.spec.ts',
    title:
      'an OAuth connection is found, changed where it changed, switched and deleted with what hangs on it',
  },
  pageOrganizations: {
    spec: 'organizations.spec.ts',
    title: 'pages forwards and backwards, each page at an address of its own',
  },
  passkeys: {
    spec: 'passkeys.spec.ts',
    title: 'a passkey gets a name that tells it apart, and the lost one is removed',
  },
  permission: {
    spec: 'environment-roles.spec.ts',
    title: 'a permission is made, described, and deleted once no role has it',
  },
  portalLink: {
    spec: 'portal-link.spec.ts',
    title: 'leads the customer to the portal, shows who opened it, and stops when revoked',
  },
  provider: {
    spec: 'providers.spec.ts',
    title:
      'a provider is registered, previewed, connected, replaced with the difference in sight, and deleted',
  },
  proxyRequest: {
    spec: 'tools.spec.ts',
    title: 'a proxied request shows the answer of the provider, and somebody of support is told whose it is',
  },
  readFails: { spec: 'faults.spec.ts', title: 'after … says so, with a request id and a way on' },
  resendInvitation: { spec: 'people.spec.ts', title: 'an invitation is sent again, then cancelled' },
  revokeKey: {
    spec: 'api-key-list.spec.ts',
    title: 'lets a key be revoked, says what is not known of its use, and it stops at once',
  },
  roleMatrix: {
    spec: 'environment-roles.spec.ts',
    title:
      'the matrix tells where a permission comes from; a cell gives and takes it after showing whom it concerns',
  },
  runTool: {
    spec: 'tools.spec.ts',
    title: 'a custom MCP provider is registered in one form, and its tool checked in one run',
  },
  serviceAccount: {
    spec: 'app-connections.spec.ts',
    title: 'a service account is connected; its key file is judged, goes in and never comes out',
  },
  switchConnection: {
    spec: 'connection.spec.ts',
    title: 'a connection is disabled, enabled again, and deleted with a reason',
  },
  writeFails: { spec: 'faults.spec.ts', title: 'with … says so, keeps what was typed and goes on' },
};
