import 'server-only';
import type { Permission } from '@/lib/auth/permissions';
import { can, type Principal } from '@/lib/auth/principal';
import { paths, withSearch } from '@/lib/paths';
import type { PalettePage } from './schema';

type Entry = {
  label: string;
  href: (environment: string) => string;
  permission: Permission;
  /** Not for people limited to some customers. */
  isForAllCustomers?: true;
  /** What else people call it. */
  words?: string;
};

const form = (path: (environment: string) => string) => (environment: string) =>
  withSearch(path(environment), { dialog: 'create' });

/** Every page that one reaches without choosing a customer, and the forms that begin on one. */
const entries: readonly Entry[] = [
  { label: 'Desk', href: paths.desk, permission: 'search.read', words: 'home failing logins onboarding' },
  { label: 'What expires', href: paths.expiry, permission: 'expiry.read', words: 'certificates queue' },
  { label: 'Organizations', href: paths.organizations, permission: 'organization.read', words: 'customers' },
  { label: 'Users', href: paths.users, permission: 'user.read', words: 'people', isForAllCustomers: true },
  {
    label: 'Is a user really gone?',
    href: paths.goneByEmail,
    permission: 'user.read',
    words: 'deleted departure',
  },
  { label: 'Connections', href: paths.allConnections, permission: 'connection.read', words: 'sso saml oidc' },
  { label: 'Roles', href: paths.roles, permission: 'role.read', words: 'access matrix' },
  { label: 'Permissions', href: paths.permissions, permission: 'permission.read', words: 'access' },
  { label: 'Applications', href: paths.clients, permission: 'client.read', words: 'clients redirect uri' },
  { label: 'Resources', href: paths.resources, permission: 'resource.read', words: 'mcp servers consents' },
  {
    label: 'App connections',
    href: paths.appConnections,
    permission: 'app_connection.read',
    words: 'agents connectors',
  },
  { label: 'Providers', href: paths.providers, permission: 'provider.read', words: 'agents custom' },
  {
    label: 'Connected accounts',
    href: paths.connectedAccounts,
    permission: 'connected_account.read',
    isForAllCustomers: true,
    words: 'agents',
  },
  { label: 'Tools', href: paths.tools, permission: 'tool.read', words: 'agents catalogue run' },
  { label: 'Tool runs', href: paths.toolRuns, permission: 'tool_run.read', words: 'agents history' },
  { label: 'Proxied request', href: paths.proxyRequest, permission: 'tool.proxy', words: 'agents' },
  { label: 'MCP configurations', href: paths.mcpConfigs, permission: 'mcp_config.read', words: 'agents' },
  { label: 'MCP instances', href: paths.mcpInstances, permission: 'mcp_instance.read', words: 'agents' },
  {
    label: 'Login doctor',
    href: paths.doctor,
    permission: 'doctor.read',
    words: 'why sign in failing error code',
  },
  {
    label: 'Access explainer',
    href: paths.accessExplainer,
    permission: 'doctor.read',
    words: 'why permission',
  },
  { label: 'Sign-in dry run', href: paths.signInDryRun, permission: 'doctor.read', words: 'doctor' },
  { label: 'Jobs', href: paths.jobs, permission: 'job.read', words: 'bulk' },
  { label: 'Staff log', href: paths.staffLog, permission: 'staff_log.read', words: 'activity who did' },
  { label: 'Token inspector', href: paths.tokenInspector, permission: 'token.inspect', words: 'jwt toolbox' },
  {
    label: 'Sign-in URL',
    href: paths.signInUrl,
    permission: 'oauth_url.build',
    words: 'authorization toolbox',
  },
  { label: 'Sign-out URL', href: paths.signOutUrl, permission: 'oauth_url.build', words: 'logout toolbox' },
  { label: 'Webhook signature', href: paths.webhookTester, permission: 'token.inspect', words: 'toolbox' },
  {
    label: 'Staff',
    href: paths.adminStaff,
    permission: 'staff.read',
    isForAllCustomers: true,
    words: 'admin',
  },
  {
    label: 'Environments',
    href: paths.adminEnvironments,
    permission: 'environment.read',
    isForAllCustomers: true,
    words: 'admin credentials',
  },
  { label: 'Approvals', href: paths.approvals, permission: 'approval.read', words: 'second person requests' },
  {
    label: 'Freeze',
    href: paths.adminFreeze,
    permission: 'freeze.start',
    isForAllCustomers: true,
    words: 'admin read-only maintenance incident stop',
  },
  {
    label: 'System',
    href: paths.adminSystem,
    permission: 'system.read',
    isForAllCustomers: true,
    words: 'admin health search index walk mail',
  },
  {
    label: 'Create organization',
    href: form(paths.organizations),
    permission: 'organization.create',
    isForAllCustomers: true,
    words: 'new customer',
  },
  {
    label: 'Create role',
    href: form(paths.roles),
    permission: 'role.create',
    isForAllCustomers: true,
    words: 'new',
  },
  {
    label: 'Create permission',
    href: form(paths.permissions),
    permission: 'permission.create',
    isForAllCustomers: true,
    words: 'new',
  },
  {
    label: 'Create application',
    href: form(paths.clients),
    permission: 'client.create',
    isForAllCustomers: true,
    words: 'new client',
  },
  {
    label: 'Create provider',
    href: paths.newProvider,
    permission: 'provider.create',
    isForAllCustomers: true,
    words: 'new custom mcp',
  },
];

/** What of it this person may open in this environment. */
export function pagesOf(environment: string, principal: Principal): PalettePage[] {
  return entries
    .filter(({ permission, isForAllCustomers }) =>
      can(principal, permission, { kind: isForAllCustomers ? 'environment' : 'assigned' }),
    )
    .map(({ label, href, words = '' }) => ({ label, href: href(environment), words }));
}
