/** Addresses of the console. Every one starts with the environment, so that it can be shared as it is. */
export const paths = {
  /** The home page. `?period=` of the failing sign-ins. */
  desk: (environment: string) => `/${environment}`,
  organizations: (environment: string) => `/${environment}/organizations`,
  /** `?lookup=` an id or external id. */
  lookup: (environment: string) => `/${environment}/lookup`,
  organization: (environment: string, id: string) => `/${environment}/organizations/${id}`,
  members: (environment: string, id: string) => `/${environment}/organizations/${id}/members`,
  comparePeople: (environment: string, id: string) => `${paths.members(environment, id)}/compare`,
  apiKeys: (environment: string, id: string) => `/${environment}/organizations/${id}/api-keys`,
  portalLinks: (environment: string, id: string) => `/${environment}/organizations/${id}/portal-links`,
  handOvers: (environment: string, id: string) => `/${environment}/organizations/${id}/hand-overs`,
  connections: (environment: string, id: string) => `/${environment}/organizations/${id}/connections`,
  connection: (environment: string, id: string, connectionId: string) =>
    `/${environment}/organizations/${id}/connections/${connectionId}`,
  connectionSetup: (environment: string, id: string, connectionId: string) =>
    `/${environment}/organizations/${id}/connections/${connectionId}/setup`,
  rotateCertificate: (environment: string, id: string, connectionId: string) =>
    `/${environment}/organizations/${id}/connections/${connectionId}/certificate`,
  domains: (environment: string, id: string) => `/${environment}/organizations/${id}/domains`,
  /** `?domain=` its name, `&from=` the organization that holds it or held it. */
  moveDomain: (environment: string, id: string) => `/${environment}/organizations/${id}/domains/move`,
  directories: (environment: string, id: string) => `/${environment}/organizations/${id}/directories`,
  directory: (environment: string, id: string, directoryId: string) =>
    `/${environment}/organizations/${id}/directories/${directoryId}`,
  directoryUsers: (environment: string, id: string, directoryId: string) =>
    `${paths.directory(environment, id, directoryId)}/users`,
  directoryGroups: (environment: string, id: string, directoryId: string) =>
    `${paths.directory(environment, id, directoryId)}/groups`,
  /** `?group=` and `?person=`: why a group does not arrive. */
  directoryGroupTrace: (environment: string, id: string, directoryId: string) =>
    `${paths.directory(environment, id, directoryId)}/groups/missing`,
  directoryMapping: (environment: string, id: string, directoryId: string) =>
    `${paths.directory(environment, id, directoryId)}/mapping`,
  organizationRoles: (environment: string, id: string) => `/${environment}/organizations/${id}/roles`,
  organizationRole: (environment: string, id: string, name: string) =>
    `/${environment}/organizations/${id}/roles/${encodeURIComponent(name)}`,
  apiClients: (environment: string, id: string) => `/${environment}/organizations/${id}/clients`,
  apiClient: (environment: string, id: string, clientId: string) =>
    `/${environment}/organizations/${id}/clients/${clientId}`,
  organizationSettings: (environment: string, id: string) => `/${environment}/organizations/${id}/settings`,
  organizationNotes: (environment: string, id: string) => `/${environment}/organizations/${id}/notes`,
  /** `?part=` and `?id=`: what changed in one thing; without them, in the whole organization. */
  changes: (environment: string, id: string) => `/${environment}/organizations/${id}/changes`,
  /** All organizations: what runs out. */
  expiry: (environment: string) => `/${environment}/expiry`,
  /** What a customer's security audit asks for. */
  evidence: (environment: string, id: string) => `/${environment}/organizations/${id}/evidence`,
  organizationActivity: (environment: string, id: string) => `/${environment}/organizations/${id}/activity`,
  users: (environment: string) => `/${environment}/users`,
  user: (environment: string, id: string) => `/${environment}/users/${id}`,
  userAccess: (environment: string, id: string) => `/${environment}/users/${id}/access`,
  userPasskeys: (environment: string, id: string) => `/${environment}/users/${id}/passkeys`,
  userGone: (environment: string, id: string) => `/${environment}/users/${id}/gone`,
  /** `?email=` and `?organization=`: somebody whose user record may be gone. */
  goneByEmail: (environment: string) => `/${environment}/users/gone`,
  userTimeline: (environment: string, id: string) => `/${environment}/users/${id}/timeline`,
  /** All organizations' connections. */
  allConnections: (environment: string) => `/${environment}/connections`,
  /** Roles of the environment against its permissions. */
  roles: (environment: string) => `/${environment}/roles`,
  role: (environment: string, name: string) => `/${environment}/roles/${encodeURIComponent(name)}`,
  permissions: (environment: string) => `/${environment}/permissions`,
  permission: (environment: string, name: string) =>
    `/${environment}/permissions/${encodeURIComponent(name)}`,
  appConnections: (environment: string) => `/${environment}/app-connections`,
  appConnection: (environment: string, id: string) => `/${environment}/app-connections/${id}`,
  appConnectionEdit: (environment: string, id: string) => `/${environment}/app-connections/${id}/edit`,
  providers: (environment: string) => `/${environment}/providers`,
  newProvider: (environment: string) => `/${environment}/providers/new`,
  provider: (environment: string, identifier: string) =>
    `/${environment}/providers/${encodeURIComponent(identifier)}`,
  providerEdit: (environment: string, identifier: string) =>
    `${paths.provider(environment, identifier)}/edit`,
  connectedAccounts: (environment: string) => `/${environment}/connected-accounts`,
  /** `?organization=`: as one customer's, which people limited to some customers need. */
  connectedAccount: (environment: string, id: string) => `/${environment}/connected-accounts/${id}`,
  connectedAccountEdit: (environment: string, id: string) =>
    `${paths.connectedAccount(environment, id)}/edit`,
  newConnectedAccount: (environment: string) => `/${environment}/connected-accounts/new`,
  organizationAccounts: (environment: string, id: string) =>
    `/${environment}/organizations/${id}/connected-accounts`,
  mcpConfigs: (environment: string) => `/${environment}/mcp`,
  /** `?identifier=` the person whose accounts are looked at. */
  mcpConfig: (environment: string, id: string) => `/${environment}/mcp/${id}`,
  /** `?config=` the name of a configuration, `?person=` an identifier. */
  mcpInstances: (environment: string) => `/${environment}/mcp/instances`,
  mcpInstance: (environment: string, id: string) => `/${environment}/mcp/instances/${id}`,
  /** The applications of the environment. */
  clients: (environment: string) => `/${environment}/clients`,
  client: (environment: string, id: string) => `/${environment}/clients/${id}`,
  /** `?type=` of resource. */
  resources: (environment: string) => `/${environment}/resources`,
  /** `?q=` narrows the consents. */
  resource: (environment: string, id: string) => `/${environment}/resources/${id}`,
  tools: (environment: string) => `/${environment}/tools`,
  tool: (environment: string, name: string) => `/${environment}/tools/${encodeURIComponent(name)}`,
  toolRuns: (environment: string) => `/${environment}/tool-runs`,
  proxyRequest: (environment: string) => `/${environment}/proxy-request`,
  jobs: (environment: string) => `/${environment}/jobs`,
  job: (environment: string, id: string) => `/${environment}/jobs/${id}`,
  /** The report of a job as a file. */
  jobReport: (environment: string, id: string) => `/${environment}/jobs/${id}/report`,
  /** Invitations from a file. */
  memberImport: (environment: string, id: string) => `/${environment}/organizations/${id}/members/import`,
  /** The parameters of `lib/activity/filter`; `?view=all` where a view of one's own would open. */
  activity: (environment: string) => `/${environment}/activity`,
  activityEntry: (environment: string, stream: string, id: string) =>
    `/${environment}/activity/${stream}/${encodeURIComponent(id)}`,
  staffLog: (environment: string) => `/${environment}/activity/staff-log`,
  /** `?organization=` whose last failed sign-ins are offered, of `&connection=` alone; `&sign_in=` one that is read at once. */
  doctor: (environment: string) => `/${environment}/doctor`,
  /** `?email=` an address whose sign-in is played through. */
  signInDryRun: (environment: string) => `/${environment}/doctor/dry-run`,
  /** `?person=` an address, `&permission=` a name, `&organization=` an id. */
  accessExplainer: (environment: string) => `/${environment}/doctor/access`,
  /** One's own sign-in watches. */
  watches: (environment: string) => `/${environment}/doctor/watches`,
  tokenInspector: (environment: string) => `/${environment}/toolbox/tokens`,
  signInUrl: (environment: string) => `/${environment}/toolbox/sign-in-url`,
  signOutUrl: (environment: string) => `/${environment}/toolbox/sign-out-url`,
  tokenExchange: (environment: string) => `/${environment}/toolbox/exchange`,
  passwordless: (environment: string) => `/${environment}/toolbox/passwordless`,
  pendingLogin: (environment: string) => `/${environment}/toolbox/pending-login`,
  adminStaff: (environment: string) => `/${environment}/admin/staff`,
  adminPerson: (environment: string, staffId: string) => `/${environment}/admin/staff/${staffId}`,
  adminEnvironments: (environment: string) => `/${environment}/admin/environments`,
  adminActivityCache: (environment: string) => `/${environment}/admin/activity-cache`,
  adminActivityPush: (environment: string) => `/${environment}/admin/activity-push`,
  /** Requests for a second person, and decisions. */
  approvals: (environment: string) => `/${environment}/approvals`,
  adminApprovals: (environment: string) => `/${environment}/admin/approvals`,
  adminFreeze: (environment: string) => `/${environment}/admin/freeze`,
  adminSystem: (environment: string) => `/${environment}/admin/system`,
  /** `?q=`, `?service=` and `?act=` narrow the list. */
  apiExplorer: (environment: string) => `/${environment}/toolbox/api`,
  /** Search parameters named as fields of the path fill them. */
  apiOperation: (environment: string, operation: string) => `/${environment}/toolbox/api/${operation}`,
  sdkSetup: (environment: string) => `/${environment}/toolbox/sdk`,
  webhookTester: (environment: string) => `/${environment}/toolbox/webhooks`,
};

type Search = Record<string, string | number | null | undefined>;

/** The path with a query string; empty values stay out. */
export function withSearch(path: string, search: Search): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(key, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}
