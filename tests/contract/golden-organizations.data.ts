import { commonsPb, connectionsPb, organizationsPb, services } from '@/lib/scalekit/services';
import { golden } from './golden-line';

const { organizations, users, roles, tokens, domains, directories, connections, clients } = services;
const org = 'org_59615193906282635';
const usr = 'usr_59615193906282635';
const byId = { case: 'id', value: org } as const;
const location = { department: 'engineering', location: 'nyc-office' };

/** What belongs to organizations: themselves, their people, keys and connections. */
export const organizationGoldens = [
  golden(
    'openapi',
    organizations.method.createOrganization,
    {
      organization: {
        displayName: 'Megasoft Inc',
        externalId: 'my_unique_id',
        slug: 'acme',
        logoUrl: 'https://cdn.example.com/acme-logo.png',
      },
    },
    'POST /api/v1/organizations',
    {
      display_name: 'Megasoft Inc',
      external_id: 'my_unique_id',
      slug: 'acme',
      logo_url: 'https://cdn.example.com/acme-logo.png',
    },
  ),
  golden(
    'openapi',
    organizations.method.updateOrganization,
    {
      identities: byId,
      organization: {
        displayName: 'Acme Corporation',
        externalId: 'tenant_12345',
        metadata: { industry: 'technology' },
      },
    },
    `PATCH /api/v1/organizations/${org}`,
    {
      display_name: 'Acme Corporation',
      external_id: 'tenant_12345',
      metadata: { industry: 'technology' },
    },
  ),
  golden(
    'openapi',
    organizations.method.updateOrganizationSettings,
    {
      id: org,
      settings: {
        features: [
          { name: 'sso', enabled: true },
          { name: 'dir_sync', enabled: false },
        ],
      },
    },
    `PATCH /api/v1/organizations/${org}/settings`,
    // proto3 JSON leaves `false` out; the server reads it as such.
    { features: [{ name: 'sso', enabled: true }, { name: 'dir_sync' }] },
  ),
  golden(
    'openapi',
    organizations.method.upsertUserManagementSettings,
    { organizationId: org, settings: { maxAllowedUsers: 100 } },
    `PATCH /api/v1/organizations/${org}/settings/usermanagement`,
    { settings: { max_allowed_users: 100 } },
  ),
  golden(
    'openapi',
    organizations.method.updateOrganizationSessionPolicy,
    {
      organizationId: org,
      policySource: organizationsPb.SessionPolicyType.CUSTOM,
      absoluteSessionTimeout: 360,
      idleSessionTimeoutEnabled: true,
      idleSessionTimeout: 84,
      idleSessionTimeoutUnit: commonsPb.TimeUnit.MINUTES,
    },
    `PATCH /api/v1/organizations/${org}/session-policy`,
    {
      policy_source: 'CUSTOM',
      absolute_session_timeout: 360,
      idle_session_timeout_enabled: true,
      idle_session_timeout: 84,
      idle_session_timeout_unit: 'MINUTES',
    },
  ),
  golden(
    'inferred',
    organizations.method.generatePortalLink,
    { id: org, features: [organizationsPb.Feature.sso, organizationsPb.Feature.dir_sync] },
    `PUT /api/v1/organizations/${org}/portal_links?features=sso&features=dir_sync`,
  ),
  golden(
    'inferred',
    organizations.method.listOrganization,
    { pageSize: 10, pageToken: '>:WyJldnRfMTAwNCJd', externalId: 'cus 1' },
    'GET /api/v1/organizations?page_size=10&page_token=%3E%3AWyJldnRfMTAwNCJd&external_id=cus+1',
  ),
  golden(
    'inferred',
    organizations.method.getOrganizationByExternalId,
    { identities: { case: 'externalId', value: 'tenant/12' } },
    'GET /api/v1/organizations:external/tenant%2F12',
  ),
  golden(
    'openapi',
    users.method.createUserAndMembership,
    {
      organizationId: org,
      sendInvitationEmail: false,
      user: {
        email: 'user@example.com',
        externalId: 'ext_12345a67b89c',
        membership: { roles: [{ name: 'admin' }], metadata: location, inviterEmail: 'john.doe@example.com' },
        userProfile: { givenName: 'John', familyName: 'Doe', groups: ['engineering', 'managers'] },
        metadata: location,
      },
    },
    `POST /api/v1/organizations/${org}/users?send_invitation_email=false`,
    {
      email: 'user@example.com',
      external_id: 'ext_12345a67b89c',
      membership: { roles: [{ name: 'admin' }], metadata: location, inviter_email: 'john.doe@example.com' },
      user_profile: { given_name: 'John', family_name: 'Doe', groups: ['engineering', 'managers'] },
      metadata: location,
    },
  ),
  golden(
    'openapi',
    users.method.updateMembership,
    {
      organizationId: org,
      identities: { case: 'externalId', value: 'ext_1' },
      membership: { roles: [{ name: 'admin' }], metadata: location },
    },
    `PATCH /api/v1/memberships/organizations/${org}/users:external/ext_1`,
    { roles: [{ name: 'admin' }], metadata: location },
  ),
  golden(
    'inferred',
    users.method.resendInvite,
    { organizationId: org, id: usr },
    `PATCH /api/v1/invites/organizations/${org}/users/${usr}/resend`,
    {},
  ),
  golden(
    'inferred',
    users.method.assignUserRoles,
    { organizationId: org, userId: usr, roles: [{ roleName: 'admin' }] },
    `POST /api/v1/organizations/${org}/users/${usr}/roles`,
    [{ role_name: 'admin' }],
  ),
  golden(
    'openapi',
    roles.method.createOrganizationRole,
    {
      orgId: org,
      role: {
        name: 'org_viewer_role',
        displayName: 'Organization Viewer Role',
        extends: 'admin_role',
        permissions: ['read:users', 'write:documents'],
      },
    },
    `POST /api/v1/organizations/${org}/roles`,
    {
      name: 'org_viewer_role',
      display_name: 'Organization Viewer Role',
      extends: 'admin_role',
      permissions: ['read:users', 'write:documents'],
    },
  ),
  golden(
    'inferred',
    roles.method.deleteRole,
    { roleName: 'editor', reassignRoleName: 'member' },
    'DELETE /api/v1/roles/editor?reassign_role_name=member',
  ),
  golden(
    'inferred',
    tokens.method.createToken,
    { token: { organizationId: org, customClaims: { team: 'data' }, description: 'CI' } },
    'POST /api/v1/tokens',
    { organization_id: org, custom_claims: { team: 'data' }, description: 'CI' },
  ),
  golden(
    'inferred',
    tokens.method.listTokens,
    { organizationId: org, userId: usr, pageSize: 30 },
    `GET /api/v1/tokens?organization_id=${org}&user_id=${usr}&page_size=30`,
  ),
  golden(
    'inferred',
    tokens.method.updateToken,
    { token: 'apit_1', description: '' },
    'POST /api/v1/tokens:update',
    { token: 'apit_1', description: '' },
  ),
  golden(
    'openapi',
    domains.method.createDomain,
    {
      identities: { case: 'organizationId', value: org },
      connectionId: 'conn_1',
      domain: { domain: 'customerdomain.com' },
    },
    `POST /api/v1/organizations/${org}/domains?connection_id=conn_1`,
    { domain: 'customerdomain.com' },
  ),
  golden(
    'inferred',
    directories.method.listDirectoryUsers,
    { organizationId: org, directoryId: 'dir_1', includeDetail: true, directoryGroupId: 'dirgroup_1' },
    `GET /api/v1/organizations/${org}/directories/dir_1/users?include_detail=true&directory_group_id=dirgroup_1`,
  ),
  golden(
    'inferred',
    connections.method.enableConnection,
    { organizationId: org, id: 'conn_1' },
    `PATCH /api/v1/organizations/${org}/connections/conn_1:enable`,
  ),
  golden(
    'inferred',
    connections.method.createConnection,
    {
      organizationId: org,
      connection: {
        provider: connectionsPb.ConnectionProvider.OKTA,
        type: connectionsPb.ConnectionType.SAML,
      },
    },
    `POST /api/v1/organizations/${org}/connections`,
    { provider: 'OKTA', type: 'SAML' },
  ),
  golden(
    'openapi',
    clients.method.createOrganizationClient,
    {
      organizationId: org,
      client: {
        name: 'GitHub Actions Deployment Service',
        scopes: ['deploy:resources', 'read:deployments'],
        customClaims: [{ key: 'environment', value: 'production' }],
        expiry: 3600n,
      },
    },
    `POST /api/v1/organizations/${org}/clients`,
    {
      name: 'GitHub Actions Deployment Service',
      scopes: ['deploy:resources', 'read:deployments'],
      custom_claims: [{ key: 'environment', value: 'production' }],
      // The document's example writes the number 3600; protojson writes int64 as text, which servers accept.
      expiry: '3600',
    },
  ),
];
