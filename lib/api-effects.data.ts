// Classed by thought, one by one: neither the verb nor the name says what a call gives away.

/** What a call does, whatever its HTTP verb. */
export type Effect = 'read' | 'reads-secrets' | 'reads-content' | 'acts-as-person' | 'writes';

/** What else is to be known of a write. */
export type EffectNote =
  /** It revokes or ends: never to be delayed. */
  | 'containment'
  /** Something is gone for good. */
  | 'destroys'
  /** The answer holds a secret or a link that opens something. */
  | 'issues-secret';

export type OperationEffect = {
  effect: Effect;
  note?: EffectNote;
  /** A field that makes more of the call than it is without. */
  when?: { field: string; effect: Effect; note?: EffectNote };
  /** Where the input names the one organization that the call is about, when the path does not. */
  customer?: string;
};

const read: OperationEffect = { effect: 'read' };
const writes: OperationEffect = { effect: 'writes' };
const ends: OperationEffect = { effect: 'writes', note: 'containment' };
const destroys: OperationEffect = { effect: 'writes', note: 'destroys' };
const issues: OperationEffect = { effect: 'writes', note: 'issues-secret' };
const secrets: OperationEffect = { effect: 'reads-secrets' };
const content: OperationEffect = { effect: 'reads-content' };
const person: OperationEffect = { effect: 'acts-as-person' };
const readOrSecrets = (field: string): OperationEffect => ({
  effect: 'read',
  when: { field, effect: 'reads-secrets' },
});
// Asked for links, Scalekit makes the accounts that are missing, and a fresh link to each.
const readOrLinks = (field: string): OperationEffect => ({
  effect: 'read',
  when: { field, effect: 'writes', note: 'issues-secret' },
});

/** Every operation that a client token may call: `service.operation` to what it does. */
export const operationEffects: Record<string, OperationEffect> = {
  'organizations.createOrganization': writes,
  'organizations.updateOrganization': writes,
  'organizations.getOrganization': read,
  'organizations.getOrganizationByExternalId': read,
  'organizations.listOrganization': read,
  'organizations.searchOrganization': read,
  'organizations.deleteOrganization': destroys,
  // Whoever opens the link sets up the customer's sign-in.
  'organizations.generatePortalLink': issues,
  'organizations.deletePortalLinkByID': ends,
  'organizations.updateOrganizationSettings': writes,
  'organizations.updateOrganizationSessionPolicy': writes,
  'organizations.getOrganizationSessionPolicy': read,
  'organizations.upsertUserManagementSettings': writes,
  'organizations.getOrganizationUserManagementSetting': read,
  'organizations.getApplicationSessionPolicy': read,

  'connections.createEnvironmentConnection': writes,
  'connections.createConnection': writes,
  'connections.assignDomainsToConnection': writes,
  'connections.getEnvironmentConnection': read,
  'connections.getConnection': read,
  'connections.listConnections': { effect: 'read', customer: 'organization_id' },
  'connections.listOrganizationConnections': read,
  'connections.searchOrganizationConnections': read,
  'connections.updateEnvironmentConnection': writes,
  'connections.updateConnection': writes,
  'connections.deleteEnvironmentConnection': destroys,
  'connections.deleteConnection': destroys,
  'connections.enableEnvironmentConnection': writes,
  'connections.enableConnection': writes,
  'connections.disableEnvironmentConnection': ends,
  'connections.disableConnection': ends,
  'connections.getConnectionTestResult': read,
  'connections.listAppConnections': read,

  'domains.createDomain': writes,
  'domains.updateDomain': writes,
  'domains.verifyDomain': writes,
  'domains.getDomain': read,
  'domains.deleteDomain': destroys,
  'domains.listDomains': read,

  'directories.createDirectory': writes,
  'directories.deleteDirectory': destroys,
  'directories.updateDirectory': writes,
  'directories.assignGroupsForDirectory': writes,
  'directories.assignRoles': writes,
  'directories.updateAttributes': writes,
  'directories.getDirectory': read,
  'directories.listDirectories': read,
  'directories.enableDirectory': writes,
  'directories.disableDirectory': ends,
  'directories.listDirectoryUsers': read,
  'directories.listDirectoryGroups': read,
  'directories.listDirectoryGroupsSummary': read,
  'directories.createDirectorySecret': issues,
  'directories.regenerateDirectorySecret': issues,
  // A GET that starts a synchronization.
  'directories.triggerDirectorySync': writes,

  'users.getUser': read,
  'users.listUsers': read,
  'users.searchUsers': read,
  'users.searchOrganizationUsers': read,
  'users.updateUser': writes,
  'users.deleteUser': destroys,
  'users.createMembership': writes,
  'users.deleteMembership': destroys,
  'users.updateMembership': writes,
  'users.createUserAndMembership': writes,
  'users.listOrganizationUsers': read,
  'users.resendInvite': writes,
  'users.listUserRoles': read,
  'users.assignUserRoles': writes,
  'users.removeUserRole': writes,
  'users.listUserPermissions': read,

  'roles.createRole': writes,
  'roles.updateRole': writes,
  'roles.getRole': read,
  'roles.listRoles': read,
  'roles.deleteRole': destroys,
  'roles.createOrganizationRole': writes,
  'roles.updateOrganizationRole': writes,
  'roles.getOrganizationRole': read,
  'roles.listOrganizationRoles': read,
  'roles.deleteOrganizationRole': destroys,
  'roles.getRoleUsersCount': read,
  'roles.getOrganizationRoleUsersCount': read,
  'roles.updateDefaultRoles': writes,
  'roles.updateDefaultOrganizationRoles': writes,
  'roles.listDependentRoles': read,
  'roles.deleteRoleBase': writes,
  'roles.deleteOrganizationRoleBase': writes,
  'roles.createPermission': writes,
  'roles.getPermission': read,
  'roles.updatePermission': writes,
  'roles.listPermissions': read,
  'roles.deletePermission': destroys,
  'roles.listRolePermissions': read,
  'roles.addPermissionsToRole': writes,
  'roles.removePermissionFromRole': writes,
  'roles.listEffectiveRolePermissions': read,

  'tokens.createToken': { ...issues, customer: 'token.organization_id' },
  // A POST that reads.
  'tokens.validateToken': read,
  'tokens.invalidateToken': ends,
  'tokens.listTokens': { effect: 'read', customer: 'organization_id' },
  'tokens.updateToken': writes,

  'clients.listClient': readOrSecrets('include_plain_secret'),
  'clients.createClient': issues,
  'clients.getClient': read,
  'clients.updateClient': writes,
  'clients.deleteClient': destroys,
  'clients.createClientSecret': issues,
  'clients.updateClientSecret': writes,
  // The sign-in of everybody may hang on it: not what is meant by containment.
  'clients.deleteClientSecret': destroys,
  'clients.createOrganizationClient': issues,
  'clients.getOrganizationClient': read,
  'clients.createOrganizationClientSecret': issues,
  'clients.deleteOrganizationClientSecret': ends,
  'clients.updateOrganizationClient': writes,
  'clients.deleteOrganizationClient': destroys,
  'clients.listOrganizationClients': read,
  'clients.createResource': writes,
  'clients.getResource': read,
  'clients.listResources': read,
  'clients.updateResource': writes,
  'clients.deleteResource': destroys,
  // A PUT that deletes.
  'clients.deleteResourceProvider': destroys,
  'clients.createResourceClient': issues,
  'clients.updateResourceClient': writes,
  'clients.getResourceClient': read,
  'clients.listResourceClients': read,
  'clients.listResourceUserConsents': read,
  'clients.deleteResourceClient': destroys,
  'clients.revokeUserConsent': ends,
  'clients.ensureResourceConnection': writes,

  'sessions.getSession': read,
  'sessions.revokeSession': ends,
  'sessions.getUserSessions': read,
  'sessions.revokeAllUserSessions': ends,

  // Whoever finishes a registration holds a passkey of that person.
  'webauthn.beginRegistration': person,
  'webauthn.finishRegistration': person,
  'webauthn.listCredentials': read,
  'webauthn.deleteCredential': destroys,
  'webauthn.updateCredential': writes,

  'passwordless.sendPasswordlessEmail': writes,
  'passwordless.verifyPasswordlessEmail': person,
  'passwordless.resendPasswordlessEmail': writes,
  // It names who a pending login belongs to: that person is signed in.
  'auth.updateLoginUserDetails': person,

  'connectedAccounts.listConnectedAccounts': { effect: 'read', customer: 'organization_id' },
  'connectedAccounts.searchConnectedAccounts': read,
  'connectedAccounts.createConnectedAccount': writes,
  'connectedAccounts.updateConnectedAccount': writes,
  'connectedAccounts.deleteConnectedAccount': destroys,
  'connectedAccounts.getMagicLinkForConnectedAccount': issues,
  'connectedAccounts.getConnectedAccount': secrets,
  'connectedAccounts.disconnectConnectedAccount': ends,
  // A GET that returns live tokens.
  'connectedAccounts.getConnectedAccountAuth': secrets,
  'connectedAccounts.getConnectedAccountDetails': read,
  // Vouches for who somebody is.
  'connectedAccounts.verifyConnectedAccountUser': person,

  'tools.createTool': writes,
  'tools.listTools': read,
  'tools.listScopedTools': read,
  'tools.listAvailableTools': read,
  'tools.setToolDefault': writes,
  'tools.updateTool': writes,
  'tools.deleteTool': destroys,
  // Mail, files, tickets; and what it does is done in that person's name.
  'tools.executeTool': content,

  'authLogs.listAuthRequests': read,
  'events.listEvents': read,
  'events.listEventsPaginated': read,

  'providers.list': read,
  'customProviders.create': writes,
  'customProviders.update': writes,
  'customProviders.delete': destroys,

  'mcp.createConfig': writes,
  'mcp.listConfigs': read,
  'mcp.getConfig': read,
  'mcp.updateConfig': writes,
  'mcp.deleteConfig': destroys,
  'mcp.listConnectedAccounts': readOrLinks('include_auth_link'),
  // Whoever holds the token acts with that person's accounts.
  'mcp.createToken': person,
  'mcp.createInstance': writes,
  'mcp.listInstances': read,
  'mcp.getInstance': read,
  'mcp.updateInstance': writes,
  'mcp.deleteInstance': destroys,
  'mcp.getInstanceAuthState': readOrLinks('include_auth_links'),
};
