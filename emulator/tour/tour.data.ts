import type { Step } from './walk';

const read = (path: string, keep?: Step['keep'], route = path): Step => ({
  route: `GET ${route.split('?')[0]}`,
  reach: 'read',
  path,
  keep,
});

const change =
  (reach: Step['reach']) =>
  (route: string, path: string, body?: Step['body'], keep?: Step['keep']): Step => ({
    route,
    reach,
    path,
    body,
    keep,
  });
const own = change('own');
const shared = change('environment');

// The things with a word of the tour's own (`{word}`) do not meet those of an earlier tour.

/** The organization that the tour works in, and everything that hangs on it alone. */
export const ownSteps: Step[] = [
  own(
    'POST /organizations',
    '/organizations',
    {
      display_name: 'Conformance tour {word}',
      external_id: 'tour-{word}',
      region_code: 'US',
      metadata: { tour: 'yes' },
    },
    { org: 'organization.id' },
  ),
  read('/organizations/{org}', undefined, '/organizations/{id}'),
  read('/organizations:external/tour-{word}', undefined, '/organizations:external/{external_id}'),
  own('PATCH /organizations/{id}', '/organizations/{org}', {
    display_name: 'Conformance tour {word}, renamed',
  }),
  own('PATCH /organizations/{id}/settings', '/organizations/{org}/settings', {
    features: [
      { name: 'sso', enabled: true },
      { name: 'dir_sync', enabled: true },
    ],
  }),
  own(
    'PUT /organizations/{id}/portal_links',
    '/organizations/{org}/portal_links?features=sso&features=dir_sync',
  ),
  read('/organizations/{org}/session-policy', undefined, '/organizations/{organization_id}/session-policy'),
  own('PATCH /organizations/{organization_id}/session-policy', '/organizations/{org}/session-policy', {
    policy_source: 'CUSTOM',
    absolute_session_timeout: 480,
    absolute_session_timeout_unit: 'MINUTES',
    idle_session_timeout_enabled: true,
    idle_session_timeout: 60,
    idle_session_timeout_unit: 'MINUTES',
  }),
  own(
    'PATCH /organizations/{organization_id}/settings/usermanagement',
    '/organizations/{org}/settings/usermanagement',
    { settings: { max_allowed_users: 50 } },
  ),
  // People
  own(
    'POST /organizations/{organization_id}/users',
    '/organizations/{org}/users?send_invitation_email=false',
    {
      email: 'tour-{word}@example.com',
      external_id: 'person-{word}',
      membership: {},
      user_profile: { given_name: 'Tour', family_name: 'Person' },
    },
    { user: 'user.id' },
  ),
  own(
    'POST /organizations/{organization_id}/users',
    '/organizations/{org}/users?send_invitation_email=true',
    { email: 'invited-{word}@example.com', membership: {} },
    { invited: 'user.id' },
  ),
  own(
    'PATCH /invites/organizations/{organization_id}/users/{id}/resend',
    '/invites/organizations/{org}/users/{invited}/resend',
    {},
  ),
  read('/organizations/{org}/users?page_size=10', undefined, '/organizations/{organization_id}/users'),
  read(
    '/organizations/{org}/users:search?query=tour-{word}',
    undefined,
    '/organizations/{organization_id}/users:search',
  ),
  read('/users/{user}', undefined, '/users/{id}'),
  read('/users:external/person-{word}', undefined, '/users:external/{external_id}'),
  read('/users:search?query=tour-{word}'),
  own('PATCH /users/{id}', '/users/{user}', { user_profile: { given_name: 'Renamed' } }),
  own('PATCH /users:external/{external_id}', '/users:external/person-{word}', { metadata: { team: 'tour' } }),
  read(
    '/organizations/{org}/users/{user}/roles',
    undefined,
    '/organizations/{organization_id}/users/{user_id}/roles',
  ),
  read(
    '/organizations/{org}/users/{user}/permissions',
    undefined,
    '/organizations/{organization_id}/users/{user_id}/permissions',
  ),
  own(
    'PATCH /memberships/organizations/{organization_id}/users/{id}',
    '/memberships/organizations/{org}/users/{user}',
    { membership: { metadata: { desk: 'four' } } },
  ),
  own(
    'PATCH /memberships/organizations/{organization_id}/users:external/{external_id}',
    '/memberships/organizations/{org}/users:external/person-{word}',
    { membership: { metadata: { desk: 'five' } } },
  ),
  read('/users/{user}/sessions', undefined, '/users/{user_id}/sessions'),
  own('POST /users/{user_id}/sessions/revoke', '/users/{user}/sessions/revoke', {}),
  read('/webauthn/credentials?user_id={user}'),
  // A second organization, to have a membership to give and take.
  own(
    'POST /organizations',
    '/organizations',
    { display_name: 'Conformance tour {word}, second' },
    {
      second: 'organization.id',
    },
  ),
  own(
    'POST /memberships/organizations/{organization_id}/users/{id}',
    '/memberships/organizations/{second}/users/{user}',
    { membership: {} },
  ),
  own(
    'DELETE /memberships/organizations/{organization_id}/users/{id}',
    '/memberships/organizations/{second}/users/{user}',
  ),
  own(
    'POST /memberships/organizations/{organization_id}/users:external/{external_id}',
    '/memberships/organizations/{second}/users:external/person-{word}',
    { membership: {} },
  ),
  own(
    'DELETE /memberships/organizations/{organization_id}/users:external/{external_id}',
    '/memberships/organizations/{second}/users:external/person-{word}',
  ),
  own('DELETE /organizations/{id}', '/organizations/{second}'),
  // Roles of the organization
  own(
    'POST /organizations/{org_id}/roles',
    '/organizations/{org}/roles',
    { name: 'tour_{word}', display_name: 'Tour', description: 'Of the tour' },
    { role: 'role.name' },
  ),
  read('/organizations/{org}/roles', undefined, '/organizations/{org_id}/roles'),
  read('/organizations/{org}/roles/{role}', undefined, '/organizations/{org_id}/roles/{role_name}'),
  own('PUT /organizations/{org_id}/roles/{role_name}', '/organizations/{org}/roles/{role}', {
    display_name: 'Tour, renamed',
  }),
  own('PATCH /organizations/{org_id}/roles:set_defaults', '/organizations/{org}/roles:set_defaults', {
    default_member_role: '{role}',
  }),
  own('PATCH /organizations/{org_id}/roles:set_defaults', '/organizations/{org}/roles:set_defaults', {
    default_member_role: 'member',
  }),
  own(
    'DELETE /organizations/{org_id}/roles/{role_name}',
    '/organizations/{org}/roles/{role}?reassign_role_name=member',
  ),
  // Domains
  own(
    'POST /organizations/{organization_id}/domains',
    '/organizations/{org}/domains',
    { domain: 'tour-{word}.example.com', domain_type: 'ORGANIZATION_DOMAIN' },
    { domain: 'domain.id' },
  ),
  read('/organizations/{org}/domains', undefined, '/organizations/{organization_id}/domains'),
  read('/organizations/{org}/domains/{domain}', undefined, '/organizations/{organization_id}/domains/{id}'),
  // Connections and directories: the published document cannot create them, the contract can.
  own(
    'POST /organizations/{organization_id}/connections',
    '/organizations/{org}/connections',
    { provider: 'OKTA', type: 'OIDC' },
    { connection: 'connection.id' },
  ),
  own(
    'PATCH /organizations/{organization_id}/connections/{id}',
    '/organizations/{org}/connections/{connection}',
    {
      provider: 'OKTA',
      type: 'OIDC',
      oidc_config: {
        issuer: 'https://tour-{word}.example.com',
        client_id: 'tour',
        client_secret: 'made-up-for-the-tour',
        authorize_uri: 'https://tour-{word}.example.com/authorize',
        token_uri: 'https://tour-{word}.example.com/token',
      },
    },
  ),
  read('/connections?organization_id={org}&include=all'),
  read(
    '/organizations/{org}/connections/{connection}',
    undefined,
    '/organizations/{organization_id}/connections/{id}',
  ),
  own(
    'PATCH /organizations/{organization_id}/connections/{id}:enable',
    '/organizations/{org}/connections/{connection}:enable',
    {},
  ),
  own(
    'PATCH /organizations/{organization_id}/connections/{id}:disable',
    '/organizations/{org}/connections/{connection}:disable',
    {},
  ),
  own(
    'DELETE /organizations/{organization_id}/connections/{id}',
    '/organizations/{org}/connections/{connection}',
  ),
  own(
    'POST /organizations/{organization_id}/directories',
    '/organizations/{org}/directories',
    { directory_provider: 'OKTA', directory_type: 'SCIM' },
    { directory: 'directory.id' },
  ),
  read('/organizations/{org}/directories', undefined, '/organizations/{organization_id}/directories'),
  read(
    '/organizations/{org}/directories/{directory}',
    undefined,
    '/organizations/{organization_id}/directories/{id}',
  ),
  read(
    '/organizations/{org}/directories/{directory}/users?page_size=10',
    undefined,
    '/organizations/{organization_id}/directories/{directory_id}/users',
  ),
  read(
    '/organizations/{org}/directories/{directory}/groups?page_size=10',
    undefined,
    '/organizations/{organization_id}/directories/{directory_id}/groups',
  ),
  own(
    'PATCH /organizations/{organization_id}/directories/{id}:disable',
    '/organizations/{org}/directories/{directory}:disable',
    {},
  ),
  own(
    'PATCH /organizations/{organization_id}/directories/{id}:enable',
    '/organizations/{org}/directories/{directory}:enable',
    {},
  ),
  // Machines and keys
  own(
    'POST /organizations/{organization_id}/clients',
    '/organizations/{org}/clients',
    {
      name: 'Tour',
      description: 'Of the tour',
      scopes: ['tour:read'],
      audience: ['https://tour.example.com'],
      custom_claims: [{ key: 'tour', value: 'yes' }],
      expiry: '3600',
    },
    { client: 'client.client_id', secret: 'client.secrets.0.id' },
  ),
  read('/organizations/{org}/clients?page_size=10', undefined, '/organizations/{organization_id}/clients'),
  read(
    '/organizations/{org}/clients/{client}',
    undefined,
    '/organizations/{organization_id}/clients/{client_id}',
  ),
  own('PATCH /organizations/{organization_id}/clients/{client_id}', '/organizations/{org}/clients/{client}', {
    description: 'Renamed',
  }),
  own(
    'POST /organizations/{organization_id}/clients/{client_id}/secrets',
    '/organizations/{org}/clients/{client}/secrets',
    {},
  ),
  own(
    'DELETE /organizations/{organization_id}/clients/{client_id}/secrets/{secret_id}',
    '/organizations/{org}/clients/{client}/secrets/{secret}',
  ),
  own('DELETE /organizations/{organization_id}/clients/{client_id}', '/organizations/{org}/clients/{client}'),
  own(
    'POST /tokens',
    '/tokens',
    { organization_id: '{org}', description: 'Of the tour', custom_claims: { team: 'tour' } },
    { keyId: 'token_id', key: 'token' },
  ),
  read('/tokens?organization_id={org}&page_size=10'),
  own('POST /tokens:validate', '/tokens:validate', { token: '{key}' }),
  own('POST /tokens:update', '/tokens:update', { token: '{keyId}', description: 'Changed' }),
  own('POST /tokens:invalidate', '/tokens:invalidate', { token: '{keyId}' }),
  // What a wrong request is answered.
  own('POST /organizations', '/organizations', { display_name: '' }),
  read('/organizations/org_100000000000000000', undefined, '/organizations/{id}'),
  read('/users?page_token=nonsense'),
  own('POST /tokens:validate', '/tokens:validate', { token: '{key}' }),
  own('DELETE /organizations/{organization_id}/domains/{id}', '/organizations/{org}/domains/{domain}'),
];

/** What is there for everybody, read only. */
export const readSteps: Step[] = [
  read('/organizations?page_size=10'),
  read('/users?page_size=10', { anyUser: 'users.0.id' }),
  read('/roles?include=permissions', { envRole: 'roles.0.name' }),
  read('/permissions?page_size=10', { permission: 'permissions.0.name' }),
  read('/roles/{envRole}', undefined, '/roles/{role_name}'),
  read('/roles/{envRole}/dependents', undefined, '/roles/{role_name}/dependents'),
  read('/roles/{envRole}/permissions', undefined, '/roles/{role_name}/permissions'),
  read('/roles/{envRole}/permissions:all', undefined, '/roles/{role_name}/permissions:all'),
  read('/roles/{envRole}/users:count', undefined, '/roles/{role_name}/users:count'),
  read('/permissions/{permission}', undefined, '/permissions/{permission_name}'),
  read('/logs/authentication/requests?page_size=10'),
  read('/connected_accounts?page_size=10', {
    anyConnector: 'connected_accounts.0.connector',
    anyIdentifier: 'connected_accounts.0.identifier',
  }),
  read('/connected_accounts:search?query={anyIdentifier}'),
  read('/connected_accounts/details?connector={anyConnector}&identifier={anyIdentifier}'),
  read('/tools?page_size=5'),
  read('/tools/scoped?identifier={anyIdentifier}&filter.connection_names={anyConnector}'),
  read('/tools/available?identifier={anyIdentifier}'),
  read('/mcp/configs?page_size=10'),
  read('/providers?page_size=10'),
  read(
    '/users/{anyUser}/sessions?page_size=10',
    { session: 'sessions.0.session_id' },
    '/users/{user_id}/sessions',
  ),
  read('/sessions/{session}', undefined, '/sessions/{session_id}'),
];

/** What changes things that everybody shares: for an environment that nobody minds. */
export const environmentSteps: Step[] = [
  shared('POST /permissions', '/permissions', { name: 'tour:read', description: 'Of the tour' }),
  shared('PUT /permissions/{permission_name}', '/permissions/tour:read', {
    name: 'tour:read',
    description: 'Changed',
  }),
  shared('POST /roles', '/roles', { name: 'tour_base', display_name: 'Base', permissions: ['tour:read'] }),
  shared('PUT /roles/{role_name}', '/roles/tour_base', { display_name: 'Changed' }),
  shared('POST /roles/{role_name}/permissions', '/roles/tour_base/permissions', {
    permission_names: ['tour:read'],
  }),
  shared('DELETE /roles/{role_name}/permissions/{permission_name}', '/roles/tour_base/permissions/tour:read'),
  shared('PATCH /roles/default', '/roles/default', { default_member: { id: '{memberRole}' } }),
  shared('PATCH /roles:set_defaults', '/roles:set_defaults', { default_member_role: 'member' }),
  shared('DELETE /roles/{role_name}', '/roles/tour_base'),
  shared('DELETE /permissions/{permission_name}', '/permissions/tour:read'),
  shared('POST /sessions/{session_id}/revoke', '/sessions/{session}/revoke', {}),
  read('/webauthn/credentials?user_id={passkeyUser}'),
  shared('PATCH /webauthn/credentials/{credential_id}', '/webauthn/credentials/{passkey}', {
    display_name: 'Renamed',
  }),
  shared('DELETE /webauthn/credentials/{credential_id}', '/webauthn/credentials/{passkey}'),
  shared(
    'POST /passwordless/email/send',
    '/passwordless/email/send',
    { email: 'tour-{word}@example.com', magiclink_auth_uri: 'https://app.example.com/verify' },
    { mailed: 'auth_request_id' },
  ),
  shared(
    'POST /passwordless/email/resend',
    '/passwordless/email/resend',
    { auth_request_id: '{mailed}' },
    { mailed: 'auth_request_id' },
  ),
  shared('POST /passwordless/email/verify', '/passwordless/email/verify', {
    auth_request_id: '{mailed}',
    code: '{mailedCode}',
  }),
  // Agents
  shared('POST /connected_accounts', '/connected_accounts', {
    connector: '{connector}',
    identifier: 'tour-{word}',
    connected_account: {
      authorization_details: { oauth_token: { access_token: 'made-up', scopes: ['read'] } },
    },
  }),
  shared('PUT /connected_accounts', '/connected_accounts', {
    connector: '{connector}',
    identifier: 'tour-{word}',
    connected_account: { api_config: { region: 'eu' } },
  }),
  read('/connected_accounts/auth?connector={connector}&identifier=tour-{word}'),
  shared(
    'POST /connected_accounts/magic_link',
    '/connected_accounts/magic_link',
    {
      connector: '{connector}',
      identifier: 'tour-{word}',
      user_verify_url: 'https://app.example.com/verified',
    },
    { link: 'link' },
  ),
  shared('POST /connected_accounts/user/verify', '/connected_accounts/user/verify', {
    auth_request_id: '{consented}',
    identifier: 'tour-{word}',
  }),
  shared('POST /execute_tool', '/execute_tool', {
    tool_name: '{tool}',
    connector: '{connector}',
    identifier: 'tour-{word}',
    params: {},
  }),
  shared(
    'POST /mcp/configs',
    '/mcp/configs',
    { name: 'tour-{word}', connection_tool_mappings: [{ connection_name: '{connector}' }] },
    { mcp: 'config.id' },
  ),
  read('/mcp/configs/{mcp}', undefined, '/mcp/configs/{config_id}'),
  shared('PUT /mcp/configs/{config_id}', '/mcp/configs/{mcp}', { description: 'Of the tour' }),
  shared('POST /mcp/configs/{config_id}/connected_accounts', '/mcp/configs/{mcp}/connected_accounts', {
    identifier: 'tour-{word}',
  }),
  shared('POST /mcp/configs/{mcp_config_id}/tokens', '/mcp/configs/{mcp}/tokens', {
    identifier: 'tour-{word}',
    expiry: '120s',
  }),
  shared('DELETE /mcp/configs/{config_id}', '/mcp/configs/{mcp}'),
  shared('POST /connected_accounts:delete', '/connected_accounts:delete', {
    connector: '{connector}',
    identifier: 'tour-{word}',
  }),
  shared(
    'POST /custom-providers',
    '/custom-providers',
    {
      display_name: 'Tour {word}',
      auth_patterns: [{ type: 'API_KEY', display_name: 'Key', fields: [{ field_name: 'api_key' }] }],
      proxy_url: 'https://tour.example.com',
      proxy_enabled: true,
    },
    { provider: 'provider.identifier' },
  ),
  shared('PUT /custom-providers/{identifier}', '/custom-providers/{provider}', {
    display_name: 'Tour {word} renamed',
    auth_patterns: [{ type: 'API_KEY', display_name: 'Key', fields: [{ field_name: 'api_key' }] }],
    proxy_url: 'https://tour.example.com',
    proxy_enabled: true,
  }),
  shared('DELETE /custom-providers/{identifier}', '/custom-providers/{provider}'),
];

/** What the tour has made goes again. Sent after a failure too. */
export const lastSteps: Step[] = [
  own('DELETE /users:external/{external_id}', '/users:external/person-{word}'),
  own('DELETE /users/{id}', '/users/{invited}'),
  own('DELETE /organizations/{id}', '/organizations/{org}'),
];
