export const roles = ['viewer', 'support', 'lead', 'admin'] as const;
export type Role = (typeof roles)[number];

type Rule = {
  /** The least role that may; higher roles may too. */
  role: Role;
  /** The least role in a production environment, where that is another. */
  inProduction?: Role;
  /** Asks for a sign-in at the issuer within the last 10 minutes. */
  stepUp?: boolean;
};

/**
 * Every act in the console. The name is also the staff log's action.
 * Containment (revoking, ending) never asks for a step-up: stopping harm must not wait.
 */
export const permissions = {
  'organization.read': { role: 'viewer' },
  'organization.create': { role: 'support' },
  'organization.update': { role: 'support' },
  'organization.change_session_policy': { role: 'support' },
  'organization.change_user_limit': { role: 'support' },
  'organization.delete': { role: 'lead', stepUp: true },
  'onboarding.read': { role: 'viewer' },
  'expiry.read': { role: 'viewer' },
  'note.read': { role: 'viewer' },
  'note.create': { role: 'support' },
  'note.edit': { role: 'support' },
  'note.delete': { role: 'support' },
  'note.delete_any': { role: 'lead' },
  'ticket_link.add': { role: 'support' },
  'ticket_link.remove': { role: 'support' },
  'ticket_link.remove_any': { role: 'lead' },
  'member.read': { role: 'viewer' },
  'member.invite': { role: 'support' },
  'member.resend_invitation': { role: 'support' },
  'member.correct_address': { role: 'support' },
  'member.add': { role: 'support' },
  'member.change_roles': { role: 'support' },
  'member.change_metadata': { role: 'support' },
  'member.remove': { role: 'support' },
  'connection.read': { role: 'viewer' },
  'connection.create': { role: 'support' },
  'connection.configure': { role: 'support' },
  'connection.read_metadata': { role: 'support' },
  'connection.rotate_certificate': { role: 'support' },
  'connection.put_back_certificate': { role: 'support' },
  'connection.enable': { role: 'support' },
  'connection.disable': { role: 'support' },
  'connection.map_attributes': { role: 'support' },
  'connection.assign_domains': { role: 'support' },
  'connection.delete': { role: 'lead', stepUp: true },
  'directory.read': { role: 'viewer' },
  'directory.create': { role: 'support' },
  'directory.update': { role: 'support' },
  'directory.enable': { role: 'support' },
  'directory.disable': { role: 'support' },
  'directory.add_secret': { role: 'support' },
  'directory.replace_secrets': { role: 'support' },
  'directory.track_groups': { role: 'support' },
  'directory.map_roles': { role: 'support' },
  'directory.map_attributes': { role: 'support' },
  'directory.sync': { role: 'support' },
  'directory.delete': { role: 'lead', stepUp: true },
  'user.read': { role: 'viewer' },
  'user.update': { role: 'support' },
  'user.delete': { role: 'lead', stepUp: true },
  'departure.disconnect_account': { role: 'support' },
  'session.read': { role: 'viewer' },
  'session.revoke': { role: 'support' },
  'session.revoke_all': { role: 'support' },
  'session.end_of_organization': { role: 'support' },
  'passkey.read': { role: 'viewer' },
  'passkey.rename': { role: 'support' },
  'passkey.remove': { role: 'support' },
  'domain.read': { role: 'viewer' },
  'domain.add': { role: 'support' },
  'domain.verify': { role: 'support' },
  'domain.delete': { role: 'support' },
  'domain.move_out': { role: 'support' },
  'domain.move_in': { role: 'support' },
  'organization_role.read': { role: 'viewer' },
  'organization_role.create': { role: 'support' },
  'organization_role.update': { role: 'support' },
  'organization_role.remove_base': { role: 'support' },
  'organization_role.set_default': { role: 'support' },
  'organization_role.delete': { role: 'support' },
  // Roles and permissions of the environment: every customer has them.
  'role.read': { role: 'viewer' },
  'role.create': { role: 'lead' },
  'role.update': { role: 'lead' },
  'role.remove_base': { role: 'lead' },
  'role.add_permissions': { role: 'lead' },
  'role.remove_permission': { role: 'lead' },
  'role.set_defaults': { role: 'lead' },
  'role.delete': { role: 'admin', stepUp: true },
  'permission.read': { role: 'viewer' },
  'permission.create': { role: 'lead' },
  'permission.update': { role: 'lead' },
  'permission.delete': { role: 'admin', stepUp: true },
  'portal_link.read': { role: 'viewer' },
  'portal_link.create': { role: 'support' },
  'portal_link.create_raw': { role: 'support', inProduction: 'lead' },
  'portal_link.revoke': { role: 'support' },
  'customer_page.read': { role: 'viewer' },
  'customer_page.switch': { role: 'lead' },
  'hand_over.read': { role: 'viewer' },
  'hand_over.create': { role: 'support' },
  'hand_over.revoke': { role: 'support' },
  'api_key.read': { role: 'viewer' },
  'api_key.create': { role: 'support' },
  'api_key.update': { role: 'support' },
  'api_key.revoke': { role: 'support' },
  'api_client.read': { role: 'viewer' },
  'api_client.create': { role: 'support' },
  'api_client.update': { role: 'support' },
  'api_client.add_secret': { role: 'support' },
  'api_client.remove_secret': { role: 'support' },
  'api_client.delete': { role: 'support' },
  'api_client.try': { role: 'support' },
  'app_connection.read': { role: 'viewer' },
  'app_connection.create': { role: 'support' },
  // It serves every customer at once; turning it off is containment.
  'app_connection.update': { role: 'lead' },
  'app_connection.enable': { role: 'lead' },
  'app_connection.disable': { role: 'support' },
  'app_connection.delete': { role: 'lead', stepUp: true },
  'provider.read': { role: 'viewer' },
  'provider.create': { role: 'support' },
  'provider.update': { role: 'lead' },
  'provider.delete': { role: 'lead', stepUp: true },
  'connected_account.read': { role: 'viewer' },
  'connected_account.create': { role: 'support' },
  'connected_account.update': { role: 'support' },
  // Vouches for who a person is.
  'connected_account.verify': { role: 'support', inProduction: 'lead' },
  'connected_account.create_link': { role: 'support' },
  'connected_account.send_link': { role: 'support' },
  'connected_account.create_durable_link': { role: 'support' },
  'connected_account.revoke_durable_link': { role: 'support' },
  'connected_account.disconnect': { role: 'support' },
  'connected_account.delete': { role: 'lead' },
  // The live tokens of a person: with them one acts as that person.
  'connected_account.reveal_credentials': { role: 'lead', inProduction: 'admin', stepUp: true },
  'mcp_config.read': { role: 'viewer' },
  'mcp_config.create': { role: 'support' },
  // It serves every person whose agent uses it.
  'mcp_config.update': { role: 'lead' },
  'mcp_config.delete': { role: 'lead', stepUp: true },
  'mcp_account.read': { role: 'viewer' },
  'mcp_account.authorize': { role: 'support' },
  // Whoever holds it acts with that person's accounts.
  'mcp_token.create': { role: 'support', inProduction: 'admin', stepUp: true },
  'mcp_instance.read': { role: 'viewer' },
  'mcp_instance.create': { role: 'support' },
  'mcp_instance.update': { role: 'support' },
  'mcp_instance.authorize': { role: 'support' },
  'mcp_instance.delete': { role: 'support' },
  'client.read': { role: 'viewer' },
  // Everybody's sign-in goes through it.
  'client.create': { role: 'lead' },
  'client.update': { role: 'lead' },
  'client.add_secret': { role: 'lead' },
  'client.switch_secret': { role: 'lead' },
  'client.remove_secret': { role: 'lead' },
  'client.delete': { role: 'admin', stepUp: true },
  'resource.read': { role: 'viewer' },
  'resource.create': { role: 'lead' },
  'resource.update': { role: 'lead' },
  'resource.delete': { role: 'admin', stepUp: true },
  'resource_client.read': { role: 'viewer' },
  'resource_client.create': { role: 'support' },
  'resource_client.delete': { role: 'support' },
  'consent.read': { role: 'viewer' },
  'consent.revoke': { role: 'support' },
  'tool.read': { role: 'viewer' },
  // What these answer is a customer's own content: mail, files, tickets.
  'tool.run': { role: 'support', inProduction: 'admin' },
  'tool.proxy': { role: 'support', inProduction: 'admin' },
  'tool_run.read': { role: 'viewer' },
  'job.read': { role: 'viewer' },
  'job.pause': { role: 'support' },
  'job.resume': { role: 'support' },
  'job.cancel': { role: 'support' },
  'job.look_up': { role: 'support' },
  'job.retry': { role: 'support' },
  'token.inspect': { role: 'support' },
  'oauth_url.build': { role: 'support' },
  // Whoever holds what these answer acts as a person.
  'token.exchange_code': { role: 'support', inProduction: 'admin' },
  'token.refresh': { role: 'support', inProduction: 'admin' },
  // It writes to a customer's mailbox.
  'passwordless.send': { role: 'support', inProduction: 'lead' },
  'passwordless.resend': { role: 'support', inProduction: 'lead' },
  // The code works once: used here, it is lost to the person it was sent to.
  'passwordless.verify': { role: 'support', inProduction: 'admin' },
  // It signs somebody in.
  'pending_login.update': { role: 'support', inProduction: 'admin' },
  'staff_log.read': { role: 'support' },
  // Who may use the console, and how it runs.
  'staff.read': { role: 'admin' },
  'staff.change_role': { role: 'admin', stepUp: true },
  'staff.assign_customers': { role: 'admin', stepUp: true },
  'staff.revoke_session': { role: 'admin' },
  'staff.deactivate': { role: 'admin' },
  'staff.reactivate': { role: 'admin', stepUp: true },
  'environment.read': { role: 'admin' },
  'environment.test_credentials': { role: 'admin' },
  'environment.probe': { role: 'admin' },
  'system.read': { role: 'admin' },
  'system.send_test_mail': { role: 'admin' },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** The rule of a permission, with its optional parts visible to the type checker. */
export function ruleOf(permission: Permission): Rule {
  return permissions[permission];
}

/** True when `role` is the least role that the permission asks for in such an environment, or above it. */
export function roleAllows(role: Role, permission: Permission, inProduction: boolean): boolean {
  const rule = ruleOf(permission);
  const least = (inProduction && rule.inProduction) || rule.role;
  return roles.indexOf(role) >= roles.indexOf(least);
}
