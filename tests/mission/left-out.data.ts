const byId = 'The screen names the record by its id; this is another way to name it.';
const ofSignIn = 'Belongs to connections that people sign in by; an app connection has none of it.';
const ofEnvironment = 'Belongs to connections of the environment; Scalekit refuses it for an organization’s.';
const deprecated = 'Scalekit keeps it for older callers alone; what replaces it is set.';
const probed = 'The console only asks whether the environment has this operation.';
const made = 'Scalekit makes it.';

const account = { organization_id: byId, user_id: byId, connector: byId, identifier: byId };

/** Documented request parameters that no screen sets, by operation, and why. */
export const parametersLeftOut: Record<string, Record<string, string>> = {
  'organizations.updateOrganization': {
    external_id: byId,
    update_mask: 'A PATCH changes what it is sent, and the console sends what was changed.',
  },
  'organizations.getOrganization': { external_id: 'Another operation looks up by external id.' },
  'organizations.getOrganizationByExternalId': { id: byId },
  'organizations.deleteOrganization': { external_id: byId },
  'organizations.searchOrganization': { query: probed, page_token: probed },
  'organizations.generatePortalLink': { sso: deprecated, directory_sync: deprecated },
  'connections.createEnvironmentConnection': {
    'flags.is_login': 'Login methods of the product are set up where the product is built.',
  },
  'connections.listOrganizationConnections': { page_token: probed },
  'connections.updateEnvironmentConnection': {
    'connection.debug_enabled': ofSignIn,
    'connection.ui_button_title': ofSignIn,
    'connection.configuration_type': ofSignIn,
    'connection.attribute_mapping': ofSignIn,
    'connection.oidc_config': ofSignIn,
    'connection.saml_config': ofSignIn,
    'connection.passwordless_config': ofSignIn,
    'connection.webauthn_config': ofSignIn,
  },
  'connections.updateConnection': {
    'connection.oauth_config': ofEnvironment,
    'connection.passwordless_config': ofEnvironment,
    'connection.static_config': ofEnvironment,
    'connection.webauthn_config': ofEnvironment,
    'connection.google_dwd_config': ofEnvironment,
  },
  'domains.createDomain': {
    external_id: byId,
    connection_id: 'Domains are given to a connection on its own page, several at once.',
  },
  'domains.verifyDomain': { external_id: byId },
  'domains.getDomain': { external_id: byId },
  'domains.deleteDomain': { external_id: byId, connection_id: byId },
  'domains.listDomains': {
    external_id: byId,
    connection_id: 'A connection lists its own domains with it.',
  },
  'users.updateUser': { external_id: byId },
  'users.deleteUser': { external_id: byId },
  'users.createMembership': {
    external_id: byId,
    'membership.inviter_email': 'An invitation does not say that it comes from somebody who has not sent it.',
  },
  'users.deleteMembership': {
    external_id: byId,
    cascade: 'A user is deleted on their own page, after their address was typed.',
  },
  'users.updateMembership': { external_id: byId },
  'users.createUserAndMembership': {
    'user.metadata': 'Is set on the page of the user, where what is there can be seen.',
  },
  'roles.deleteRole': { reassign_role_id: deprecated },
  'roles.updateDefaultRoles': {
    'default_creator.id': deprecated,
    'default_creator.name': deprecated,
    'default_member.id': deprecated,
    'default_member.name': deprecated,
  },
  'clients.listClient': { include_plain_secret: 'A secret is shown once, when it is made.' },
  'clients.createResource': {
    'resource.resource_id': made,
    'resource.provider': 'Is set by connecting the resource, and can be taken away on its page.',
    'resource.xaa_enabled': 'Scalekit documents no behaviour for it.',
  },
  'clients.updateResource': {
    'resource.resource_id': made,
    'resource.provider': 'Is set by connecting the resource, and can be taken away on its page.',
    'resource.custom_connection_settings': 'Scalekit documents no behaviour for it.',
    'resource.xaa_enabled': 'Scalekit documents no behaviour for it.',
  },
  'connectedAccounts.updateConnectedAccount': account,
  'connectedAccounts.deleteConnectedAccount': account,
  'connectedAccounts.getMagicLinkForConnectedAccount': account,
  'connectedAccounts.getConnectedAccountAuth': account,
};
