/**
 * A type of row. `says` is its sentence, with names in braces: `{person}`, `{object}` and `{organization}` come from
 * the row, any other from its data.
 */
export type ActivityType = { type: string; group: string; label: string; says: string };

const of = (group: string, types: [type: string, label: string, says: string][]): ActivityType[] =>
  types.map(([type, label, says]) => ({ group, type, label, says }));

/** Scalekit's 41 published event types, in the order of its documentation. */
export const eventTypes: readonly ActivityType[] = [
  ...of('Organizations', [
    ['organization.created', 'Organization created', 'Organization {object} was created'],
    ['organization.updated', 'Organization changed', 'Organization {object} was changed'],
    ['organization.deleted', 'Organization deleted', 'Organization {object} was deleted'],
    ['organization.domain_created', 'Domain added', 'Domain {object} was added'],
    ['organization.domain_deleted', 'Domain removed', 'Domain {object} was removed'],
    [
      'organization.domain_dns_verification_success',
      'Domain verified by DNS',
      'Domain {object} was verified by its DNS record',
    ],
    [
      'organization.domain_dns_verification_failed',
      'Domain not verified by DNS',
      'Domain {object} was not verified: its DNS record was not found in time',
    ],
  ]),
  ...of('People', [
    ['user.signup', 'Sign-up', '{person} signed up, and {organization} was made for them'],
    ['user.login', 'Sign-in', '{person} signed in'],
    ['user.logout', 'Session ended', 'A session of {person} ended'],
    ['user.organization_invitation', 'Invitation', '{person} was invited to {organization}'],
    [
      'user.organization_membership_created',
      'Membership created',
      '{person} became a member of {organization}',
    ],
    [
      'user.organization_membership_deleted',
      'Membership removed',
      '{person} is no longer a member of {organization}',
    ],
    [
      'user.organization_membership_updated',
      'Membership changed',
      'The membership of {person} in {organization} was changed',
    ],
  ]),
  ...of('Directories', [
    ['organization.directory_enabled', 'Directory enabled', 'Directory {object} was enabled'],
    ['organization.directory_disabled', 'Directory disabled', 'Directory {object} was disabled'],
    ['organization.directory.user_created', 'Directory user arrived', '{person} arrived from the directory'],
    [
      'organization.directory.user_updated',
      'Directory user changed',
      '{person} was changed in the directory',
    ],
    [
      'organization.directory.user_deleted',
      'Directory user removed',
      '{person} was removed from the directory',
    ],
    [
      'organization.directory.group_created',
      'Directory group arrived',
      'Group {object} arrived from the directory',
    ],
    [
      'organization.directory.group_updated',
      'Directory group changed',
      'Group {object} was changed in the directory',
    ],
    [
      'organization.directory.group_deleted',
      'Directory group removed',
      'Group {object} was removed from the directory',
    ],
  ]),
  ...of('Connections', [
    ['organization.sso_created', 'SSO connection created', 'SSO connection {object} was created'],
    ['organization.sso_enabled', 'SSO connection enabled', 'SSO connection {object} was enabled'],
    ['organization.sso_disabled', 'SSO connection disabled', 'SSO connection {object} was disabled'],
    ['organization.sso_deleted', 'SSO connection deleted', 'SSO connection {object} was deleted'],
  ]),
  ...of('Roles and permissions', [
    ['role.created', 'Role created', 'Role {object} was created'],
    ['role.updated', 'Role changed', 'Role {object} was changed'],
    ['role.deleted', 'Role deleted', 'Role {object} was deleted'],
    ['permission.created', 'Permission created', 'Permission {object} was created'],
    ['permission.updated', 'Permission changed', 'Permission {object} was changed'],
    ['permission.deleted', 'Permission deleted', 'Permission {object} was deleted'],
  ]),
  ...of('Connected accounts', [
    ['connected_account.created', 'Connected account created', 'Connected account {object} was created'],
    ['connected_account.updated', 'Connected account changed', 'Connected account {object} was changed'],
    [
      'connected_account.status_updated',
      'Connected account: other status',
      'Connected account {object} went from {old_status} to {status}',
    ],
    ['connected_account.deleted', 'Connected account deleted', 'Connected account {object} was deleted'],
    [
      'connected_account.magic_link_generated',
      'Authorization link issued',
      'An authorization link was issued for connected account {object}',
    ],
    [
      'connected_account.oauth_tokens_fetched',
      'Tokens obtained',
      'Tokens were obtained for connected account {object}',
    ],
    [
      'connected_account.token_refresh_succeeded',
      'Token refreshed',
      'The token of connected account {object} was refreshed',
    ],
    [
      'connected_account.token_refresh_failed',
      'Token not refreshed',
      'The token of connected account {object} could not be refreshed',
    ],
    ['connected_account.oauth_succeeded', 'Account authorized', 'Connected account {object} was authorized'],
  ]),
];

/** Attempts to sign in, from the login log. */
export const loginTypes: readonly ActivityType[] = of('Login log', [
  ['login.sso', 'Login by SSO', '{person} tried to sign in by SSO'],
  ['login.passwordless', 'Login without password', '{person} tried to sign in without a password'],
  ['login.social', 'Login by a social account', '{person} tried to sign in by a social account'],
  ['login.passkey', 'Login by passkey', '{person} tried to sign in by passkey'],
  ['login.other', 'Login, other', '{person} tried to sign in'],
]);

/** Differences between two looks at the configuration; the nouns are the parts of a snapshot. */
export const changeTypes: readonly ActivityType[] = of('Found changed', [
  ['organization.changed', 'Organization found changed', 'Organization {object} was changed'],
  ['organization.added', 'Organization found new', 'Organization {object} is new'],
  ['organization.removed', 'Organization found gone', 'Organization {object} is gone'],
  ['connection.changed', 'Connection found changed', 'Connection {object} was changed'],
  ['connection.added', 'Connection found new', 'Connection {object} is new'],
  ['connection.removed', 'Connection found gone', 'Connection {object} is gone'],
  ['domain.changed', 'Domain found changed', 'Domain {object} was changed'],
  ['domain.added', 'Domain found new', 'Domain {object} is new'],
  ['domain.removed', 'Domain found gone', 'Domain {object} is gone'],
  ['directory.changed', 'Directory found changed', 'Directory {object} was changed'],
  ['directory.added', 'Directory found new', 'Directory {object} is new'],
  ['directory.removed', 'Directory found gone', 'Directory {object} is gone'],
  ['organization_role.changed', 'Role found changed', 'Role {object} was changed'],
  ['organization_role.added', 'Role found new', 'Role {object} is new'],
  ['organization_role.removed', 'Role found gone', 'Role {object} is gone'],
  ['api_client.changed', 'API client found changed', 'API client {object} was changed'],
  ['api_client.added', 'API client found new', 'API client {object} is new'],
  ['api_client.removed', 'API client found gone', 'API client {object} is gone'],
  ['api_key.changed', 'API key found changed', 'API key {object} was changed'],
  ['api_key.added', 'API key found new', 'API key {object} is new'],
  ['api_key.removed', 'API key found gone', 'API key {object} is gone'],
  ['connected_account.changed', 'Connected account found changed', 'Connected account {object} was changed'],
  ['connected_account.added', 'Connected account found new', 'Connected account {object} is new'],
  ['connected_account.removed', 'Connected account found gone', 'Connected account {object} is gone'],
  ['invitation.changed', 'Invitation found changed', 'The invitation of {object} was changed'],
  ['invitation.added', 'Invitation found new', 'The invitation of {object} is new'],
  ['invitation.removed', 'Invitation found gone', 'The invitation of {object} is gone'],
  ['role.changed', 'Environment role found changed', 'Environment role {object} was changed'],
  ['role.added', 'Environment role found new', 'Environment role {object} is new'],
  ['role.removed', 'Environment role found gone', 'Environment role {object} is gone'],
  ['provider.changed', 'Custom provider found changed', 'Custom provider {object} was changed'],
  ['provider.added', 'Custom provider found new', 'Custom provider {object} is new'],
  ['provider.removed', 'Custom provider found gone', 'Custom provider {object} is gone'],
  ['app_connection.changed', 'App connection found changed', 'App connection {object} was changed'],
  ['app_connection.added', 'App connection found new', 'App connection {object} is new'],
  ['app_connection.removed', 'App connection found gone', 'App connection {object} is gone'],
]);
