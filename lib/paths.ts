/** Addresses of the console. Every one starts with the environment, so that it can be shared as it is. */
export const paths = {
  organizations: (environment: string) => `/${environment}/organizations`,
  /** `?lookup=` an id or external id. */
  lookup: (environment: string) => `/${environment}/lookup`,
  organization: (environment: string, id: string) => `/${environment}/organizations/${id}`,
  members: (environment: string, id: string) => `/${environment}/organizations/${id}/members`,
  apiKeys: (environment: string, id: string) => `/${environment}/organizations/${id}/api-keys`,
  portalLinks: (environment: string, id: string) => `/${environment}/organizations/${id}/portal-links`,
  connections: (environment: string, id: string) => `/${environment}/organizations/${id}/connections`,
  connection: (environment: string, id: string, connectionId: string) =>
    `/${environment}/organizations/${id}/connections/${connectionId}`,
  connectionSetup: (environment: string, id: string, connectionId: string) =>
    `/${environment}/organizations/${id}/connections/${connectionId}/setup`,
  domains: (environment: string, id: string) => `/${environment}/organizations/${id}/domains`,
  directories: (environment: string, id: string) => `/${environment}/organizations/${id}/directories`,
  directory: (environment: string, id: string, directoryId: string) =>
    `/${environment}/organizations/${id}/directories/${directoryId}`,
  directoryUsers: (environment: string, id: string, directoryId: string) =>
    `${paths.directory(environment, id, directoryId)}/users`,
  directoryGroups: (environment: string, id: string, directoryId: string) =>
    `${paths.directory(environment, id, directoryId)}/groups`,
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
  organizationActivity: (environment: string, id: string) => `/${environment}/organizations/${id}/activity`,
  users: (environment: string) => `/${environment}/users`,
  user: (environment: string, id: string) => `/${environment}/users/${id}`,
  userAccess: (environment: string, id: string) => `/${environment}/users/${id}/access`,
  userPasskeys: (environment: string, id: string) => `/${environment}/users/${id}/passkeys`,
  userTimeline: (environment: string, id: string) => `/${environment}/users/${id}/timeline`,
  /** All organizations' connections. */
  allConnections: (environment: string) => `/${environment}/connections`,
  staffLog: (environment: string) => `/${environment}/activity/staff-log`,
  tokenInspector: (environment: string) => `/${environment}/toolbox/tokens`,
  signInUrl: (environment: string) => `/${environment}/toolbox/sign-in-url`,
  signOutUrl: (environment: string) => `/${environment}/toolbox/sign-out-url`,
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
