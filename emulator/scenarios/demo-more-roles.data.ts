/** What the product of the demo has grown since: enough for a matrix that one has to search in. */
export const morePermissions: Record<string, string> = {
  'api_keys:create': 'Create API keys',
  'api_keys:read': 'See API keys without their values',
  'audit_log:export': 'Export the audit log',
  'audit_log:read': 'See the audit log',
  'budgets:manage': 'Set and change budgets',
  'dashboards:read': 'See dashboards',
  'dashboards:share': 'Share dashboards outside of the team',
  'deployments:approve': 'Approve a deployment',
  'deployments:create': 'Start a deployment',
  'deployments:read': 'See deployments and their logs',
  'deployments:rollback': 'Go back to an earlier deployment',
  'environments:manage': 'Create and remove environments',
  'environments:read': 'See environments and their settings',
  'invoices:approve': 'Approve invoices',
  'sessions:end': 'End other people’s sessions',
  'tickets:assign': 'Give tickets to somebody',
  'tickets:close': 'Close tickets',
  'tickets:read': 'See tickets',
  'tickets:reply': 'Answer tickets',
  'webhooks:manage': 'Create, change and remove webhooks',
  'webhooks:read': 'See webhooks and what they were sent',
};

type MoreRole = {
  name: string;
  displayName: string;
  description: string;
  extends?: string;
  permissions: string[];
};

export const moreRoles: MoreRole[] = [
  {
    name: 'support_agent',
    displayName: 'Support agent',
    description: 'Answers tickets',
    extends: 'member',
    permissions: ['tickets:read', 'tickets:reply'],
  },
  {
    name: 'support_lead',
    displayName: 'Support lead',
    description: 'Looks after the queue of tickets',
    extends: 'support_agent',
    permissions: ['tickets:assign', 'tickets:close', 'dashboards:read'],
  },
  {
    name: 'developer',
    displayName: 'Developer',
    description: 'Builds and deploys',
    extends: 'member',
    permissions: ['deployments:create', 'deployments:read', 'environments:read', 'webhooks:read'],
  },
  {
    name: 'release_manager',
    displayName: 'Release manager',
    description: 'Says what goes out and what comes back',
    extends: 'developer',
    permissions: ['deployments:approve', 'deployments:rollback', 'environments:manage'],
  },
  {
    name: 'integration_manager',
    displayName: 'Integration manager',
    description: 'Connects other systems',
    extends: 'developer',
    permissions: ['api_keys:create', 'api_keys:read', 'webhooks:manage'],
  },
  {
    name: 'finance_controller',
    displayName: 'Finance controller',
    description: 'Approves what others have ordered',
    extends: 'billing_manager',
    permissions: ['budgets:manage', 'invoices:approve'],
  },
  {
    name: 'security_officer',
    displayName: 'Security officer',
    description: 'Watches and contains',
    extends: 'auditor',
    permissions: ['audit_log:export', 'audit_log:read', 'sessions:end'],
  },
  {
    name: 'guest',
    displayName: 'Guest',
    description: 'Sees what is shared with them',
    permissions: ['dashboards:read'],
  },
];
