/** Every event type that webhooks carry: the object it is about, the name that people see (null: it has none), and whose fields its data has. */
export const eventTypes = {
  'organization.created': {
    object: 'Organization',
    displayName: 'Organization Created',
    fields: 'organization',
  },
  'organization.updated': {
    object: 'Organization',
    displayName: 'Organization Updated',
    fields: 'organization',
  },
  'organization.deleted': {
    object: 'Organization',
    displayName: 'Organization Deleted',
    fields: 'organization',
  },
  'organization.domain_created': {
    object: 'Organization',
    displayName: 'Organization Domain Created',
    fields: 'domain',
  },
  'organization.domain_deleted': {
    object: 'Organization',
    displayName: 'Organization Domain Deleted',
    fields: 'domain',
  },
  'organization.domain_dns_verification_success': {
    object: 'Organization',
    displayName: 'Organization Domain DNS Verification Success',
    fields: 'domain',
  },
  'organization.domain_dns_verification_failed': {
    object: 'Organization',
    displayName: 'Organization Domain DNS Verification Failed',
    fields: 'domain',
  },
  'user.signup': { object: 'OrgMembership', displayName: 'User Signup', fields: 'membership' },
  'user.login': { object: 'User', displayName: 'User Login', fields: 'session' },
  'user.logout': { object: 'User', displayName: 'User Logout', fields: 'session' },
  'user.organization_invitation': {
    object: 'OrgMembership',
    displayName: 'User Organization Invitation',
    fields: 'membership',
  },
  'user.organization_membership_created': {
    object: 'OrgMembership',
    displayName: 'User Organization Membership Created',
    fields: 'membership',
  },
  'user.organization_membership_deleted': {
    object: 'OrgMembership',
    displayName: 'User Organization Membership Deleted',
    fields: 'membership',
  },
  'user.organization_membership_updated': {
    object: 'OrgMembership',
    displayName: 'User Organization Membership Updated',
    fields: 'membership',
  },
  'organization.directory_enabled': {
    object: 'Directory',
    displayName: 'Directory Enabled',
    fields: 'directory',
  },
  'organization.directory_disabled': {
    object: 'Directory',
    displayName: 'Directory Disabled',
    fields: 'directory',
  },
  'organization.directory.user_created': {
    object: 'DirectoryUser',
    displayName: 'Directory User Created',
    fields: 'directoryUser',
  },
  'organization.directory.user_updated': {
    object: 'DirectoryUser',
    displayName: 'Directory User Updated',
    fields: 'directoryUser',
  },
  'organization.directory.user_deleted': {
    object: 'DirectoryUser',
    displayName: 'Directory User Deleted',
    fields: 'directoryUser',
  },
  'organization.directory.group_created': {
    object: 'DirectoryGroup',
    displayName: 'Directory Group Created',
    fields: 'directoryGroup',
  },
  'organization.directory.group_updated': {
    object: 'DirectoryGroup',
    displayName: 'Directory Group Updated',
    fields: 'directoryGroup',
  },
  'organization.directory.group_deleted': {
    object: 'DirectoryGroup',
    displayName: 'Directory Group Deleted',
    fields: 'directoryGroup',
  },
  'organization.sso_created': {
    object: 'Connection',
    displayName: 'SSO Connection Created',
    fields: 'connection',
  },
  'organization.sso_enabled': {
    object: 'Connection',
    displayName: 'SSO Connection Enabled',
    fields: 'connection',
  },
  'organization.sso_disabled': {
    object: 'Connection',
    displayName: 'SSO Connection Disabled',
    fields: 'connection',
  },
  'organization.sso_deleted': {
    object: 'Connection',
    displayName: 'SSO Connection Deleted',
    fields: 'connection',
  },
  'role.created': { object: 'Role', displayName: 'Role Created', fields: 'role' },
  'role.updated': { object: 'Role', displayName: 'Role Updated', fields: 'role' },
  'role.deleted': { object: 'Role', displayName: 'Role Deleted', fields: 'role' },
  'permission.created': { object: 'Permission', displayName: 'Permission Created', fields: 'permission' },
  'permission.updated': { object: 'Permission', displayName: 'Permission Updated', fields: 'permission' },
  'permission.deleted': { object: 'Permission', displayName: 'Permission Deleted', fields: 'permission' },
  'connected_account.created': { object: 'ConnectedAccount', displayName: null, fields: 'connectedAccount' },
  'connected_account.updated': {
    object: 'ConnectedAccount',
    displayName: 'Connected account updated',
    fields: 'connectedAccount',
  },
  'connected_account.status_updated': {
    object: 'ConnectedAccount',
    displayName: null,
    fields: 'connectedAccountStatus',
  },
  'connected_account.deleted': {
    object: 'ConnectedAccount',
    displayName: 'connected account deleted',
    fields: 'connectedAccount',
  },
  'connected_account.magic_link_generated': {
    object: 'ConnectedAccount',
    displayName: null,
    fields: 'connectedAccount',
  },
  'connected_account.oauth_tokens_fetched': {
    object: 'ConnectedAccount',
    displayName: null,
    fields: 'connectedAccount',
  },
  'connected_account.token_refresh_succeeded': {
    object: 'ConnectedAccount',
    displayName: null,
    fields: 'connectedAccount',
  },
  'connected_account.token_refresh_failed': {
    object: 'ConnectedAccount',
    displayName: null,
    fields: 'connectedAccount',
  },
  'connected_account.oauth_succeeded': {
    object: 'ConnectedAccount',
    displayName: null,
    fields: 'connectedAccount',
  },
} as const;
