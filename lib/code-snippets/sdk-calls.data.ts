/** How an SDK calls an operation. `{a.b}` is a value of the input, `{@a}` the rest of an object, `{**a}` keyword arguments. */
export type SdkCalls = {
  node?: string;
  python?: string;
  go?: string;
  /** Fields that the SDKs call otherwise than the wire. */
  rename?: Record<string, string>;
};

const account = { id: 'connected_account_id' };

/** By operation. Where an SDK has no method of its own, its entry is missing and the snippet is plain HTTP. */
export const sdkCalls: Record<string, SdkCalls> = {
  'organizations.listOrganization': {
    node: 'scalekit.organization.listOrganization({@})',
    python: 'client.organization.list_organizations({**})',
    go: 'client.Organization().ListOrganization(ctx, &scalekit.ListOrganizationOptions{PageSize: 10})',
  },
  'organizations.createOrganization': {
    node: 'scalekit.organization.createOrganization({organization.display_name}, {@organization})',
    python: 'client.organization.create_organization(CreateOrganization({**organization}))',
    go: 'client.Organization().CreateOrganization(ctx, {organization.display_name}, scalekit.CreateOrganizationOptions{})',
  },
  'organizations.getOrganization': {
    node: 'scalekit.organization.getOrganization({id})',
    python: 'client.organization.get_organization({id})',
    go: 'client.Organization().GetOrganization(ctx, {id})',
  },
  'organizations.getOrganizationByExternalId': {
    node: 'scalekit.organization.getOrganizationByExternalId({external_id})',
    python: 'client.organization.get_organization_by_external_id({external_id})',
    go: 'client.Organization().GetOrganizationByExternalId(ctx, {external_id})',
  },
  'organizations.updateOrganization': {
    node: 'scalekit.organization.updateOrganization({id}, {@organization!})',
    python: 'client.organization.update_organization({id}, UpdateOrganization({**organization}))',
  },
  'organizations.deleteOrganization': {
    node: 'scalekit.organization.deleteOrganization({id})',
    python: 'client.organization.delete_organization({id})',
    go: 'client.Organization().DeleteOrganization(ctx, {id})',
  },
  'organizations.generatePortalLink': {
    node: 'scalekit.organization.generatePortalLink({id})',
    python: 'client.organization.generate_portal_link({id})',
    go: 'client.Organization().GeneratePortalLink(ctx, {id})',
  },
  'organizations.searchOrganization': { node: 'scalekit.organization.searchOrganization({query})' },
  'organizations.getOrganizationSessionPolicy': {
    node: 'scalekit.organization.getOrganizationSessionPolicy({organization_id})',
  },
  'connections.listConnections': {
    node: 'scalekit.connection.listConnections({organization_id})',
    python: 'client.connection.list_connections({organization_id})',
  },
  'connections.listAppConnections': {
    node: 'scalekit.connection.listAppConnections({@})',
    python: 'client.connection.list_app_connections({**})',
  },
  'connections.getConnection': {
    node: 'scalekit.connection.getConnection({organization_id}, {id})',
    python: 'client.connection.get_connection({organization_id}, {id})',
    go: 'client.Connection().GetConnection(ctx, {organization_id}, {id})',
  },
  'connections.enableConnection': {
    node: 'scalekit.connection.enableConnection({organization_id}, {id})',
    python: 'client.connection.enable_connection({organization_id}, {id})',
    go: 'client.Connection().EnableConnection(ctx, {organization_id}, {id})',
  },
  'connections.disableConnection': {
    node: 'scalekit.connection.disableConnection({organization_id}, {id})',
    python: 'client.connection.disable_connection({organization_id}, {id})',
    go: 'client.Connection().DisableConnection(ctx, {organization_id}, {id})',
  },
  'connections.deleteConnection': {
    node: 'scalekit.connection.deleteConnection({organization_id}, {id})',
    python: 'client.connection.delete_connection({organization_id}, {id})',
  },
  'domains.createDomain': {
    node: 'scalekit.domain.createDomain({organization_id}, {domain.domain})',
    python: 'client.domain.create_domain({organization_id}, {domain.domain})',
  },
  'domains.listDomains': {
    node: 'scalekit.domain.listDomains({organization_id})',
    python: 'client.domain.list_domains({organization_id})',
  },
  'domains.getDomain': {
    node: 'scalekit.domain.getDomain({organization_id}, {id})',
    python: 'client.domain.get_domain({organization_id}, {id})',
  },
  'domains.deleteDomain': {
    node: 'scalekit.domain.deleteDomain({organization_id}, {id})',
    python: 'client.domain.delete_domain({organization_id}, {id})',
  },
  'directories.listDirectories': {
    node: 'scalekit.directory.listDirectories({organization_id})',
    python: 'client.directory.list_directories({organization_id})',
  },
  'directories.getDirectory': {
    node: 'scalekit.directory.getDirectory({organization_id}, {id})',
    python: 'client.directory.get_directory({organization_id}, {id})',
  },
  'directories.enableDirectory': {
    node: 'scalekit.directory.enableDirectory({organization_id}, {id})',
    python: 'client.directory.enable_directory({organization_id}, {id})',
  },
  'directories.disableDirectory': {
    node: 'scalekit.directory.disableDirectory({organization_id}, {id})',
    python: 'client.directory.disable_directory({organization_id}, {id})',
  },
  'users.getUser': {
    node: 'scalekit.user.getUser({id})',
    python: 'client.users.get_user({id})',
    go: 'client.User().GetUser(ctx, {id})',
  },
  'users.listUsers': { node: 'scalekit.user.listUsers({@})', python: 'client.users.list_users({**})' },
  'users.listOrganizationUsers': {
    node: 'scalekit.user.listOrganizationUsers({organization_id}, {@})',
    python: 'client.users.list_organization_users({organization_id}, {**})',
  },
  'users.updateUser': { node: 'scalekit.user.updateUser({id}, {@user!})' },
  'users.deleteUser': { node: 'scalekit.user.deleteUser({id})', python: 'client.users.delete_user({id})' },
  'users.resendInvite': {
    node: 'scalekit.user.resendInvite({organization_id}, {id})',
    python: 'client.users.resend_invite({organization_id}, {id})',
  },
  'users.deleteMembership': {
    node: 'scalekit.user.deleteMembership({organization_id}, {id})',
    python: 'client.users.delete_membership({organization_id}, {id})',
  },
  'sessions.getSession': {
    node: 'scalekit.session.getSession({session_id})',
    python: 'client.sessions.get_session({session_id})',
  },
  'sessions.getUserSessions': {
    node: 'scalekit.session.getUserSessions({user_id}, {@})',
    python: 'client.sessions.get_user_sessions({user_id}, {**})',
  },
  'sessions.revokeSession': {
    node: 'scalekit.session.revokeSession({session_id})',
    python: 'client.sessions.revoke_session({session_id})',
  },
  'sessions.revokeAllUserSessions': {
    node: 'scalekit.session.revokeAllUserSessions({user_id})',
    python: 'client.sessions.revoke_all_user_sessions({user_id})',
  },
  'tokens.createToken': {
    node: 'scalekit.token.createToken({token.organization_id}, {@token})',
    python: 'client.tokens.create_token(organization_id={token.organization_id}, {**token})',
    go: 'client.Token().CreateToken(ctx, {token.organization_id}, scalekit.CreateTokenOptions{})',
  },
  'tokens.validateToken': {
    node: 'scalekit.token.validateToken({token})',
    python: 'client.tokens.validate_token(token={token})',
    go: 'client.Token().ValidateToken(ctx, {token})',
  },
  'tokens.listTokens': {
    node: 'scalekit.token.listTokens({organization_id}, {@})',
    python: 'client.tokens.list_tokens(organization_id={organization_id}, {**})',
    go: 'client.Token().ListTokens(ctx, {organization_id}, scalekit.ListTokensOptions{})',
  },
  'tokens.invalidateToken': {
    node: 'scalekit.token.invalidateToken({token})',
    python: 'client.tokens.invalidate_token(token={token})',
    go: 'client.Token().InvalidateToken(ctx, {token})',
  },
  'clients.createOrganizationClient': {
    node: 'scalekit.m2m.createOrganizationClient({organization_id}, {@client})',
    python: 'client.m2m_client.create_organization_client({organization_id}, OrganizationClient({**client}))',
  },
  'clients.getOrganizationClient': {
    node: 'scalekit.m2m.getOrganizationClient({organization_id}, {client_id})',
    python: 'client.m2m_client.get_organization_client({organization_id}, {client_id})',
  },
  'clients.listOrganizationClients': {
    node: 'scalekit.m2m.listOrganizationClients({organization_id}, {@})',
    python: 'client.m2m_client.list_organization_clients({organization_id}, {**})',
  },
  'clients.createOrganizationClientSecret': {
    node: 'scalekit.m2m.addOrganizationClientSecret({organization_id}, {client_id})',
    python: 'client.m2m_client.add_organization_client_secret({organization_id}, {client_id})',
  },
  'connectedAccounts.listConnectedAccounts': {
    node: 'scalekit.connectedAccounts.listConnectedAccounts({@})',
    python: 'client.connected_accounts.list_connected_accounts({**})',
    go: 'client.ConnectedAccount().ListConnectedAccounts(ctx, &scalekit.ListConnectedAccountsOptions{PageSize: 10})',
  },
  'connectedAccounts.getConnectedAccountAuth': {
    rename: account,
    node: 'scalekit.connectedAccounts.getConnectedAccountByIdentifier({@!})',
    python: 'client.connected_accounts.get_connected_account_by_identifier({**})',
  },
  'connectedAccounts.getMagicLinkForConnectedAccount': {
    rename: account,
    node: 'scalekit.connectedAccounts.getMagicLinkForConnectedAccount({@!})',
    python: 'client.connected_accounts.get_magic_link_for_connected_account({**})',
  },
  // No operation of the API: an address that a browser opens.
  'oauth.authorize': {
    node: 'scalekit.getAuthorizationUrl({redirect_uri}, {@})',
    python: 'client.get_authorization_url({redirect_uri}, AuthorizationUrlOptions({**}))',
    go: 'client.GetAuthorizationUrl({redirect_uri}, scalekit.AuthorizationUrlOptions{})',
  },
  'tools.listTools': { node: 'scalekit.tools.listTools({@})' },
  'tools.executeTool': {
    node: 'scalekit.tools.executeTool({@!})',
    python: 'client.actions.execute_tool(tool_input={params}, {**})',
  },
};
