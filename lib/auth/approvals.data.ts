import type { Permission } from './permissions';

/**
 * What needs a second person where an environment asks for one: what is gone for good, and what lets somebody act as a
 * person. Containment is never here. Where a screen's act is here, the API explorer's for the same call is too.
 */
export const needsSecondPerson: readonly Permission[] = [
  'organization.delete',
  'connection.delete',
  'directory.delete',
  'user.delete',
  'role.delete',
  'permission.delete',
  'app_connection.delete',
  'provider.delete',
  'mcp_config.delete',
  'client.delete',
  'resource.delete',
  'resource.delete_provider',
  'person.erase',
  'connected_account.reveal_credentials',
  'mcp_token.create',
  'api.destroy',
  'api.read_secrets',
  'api.issue_secret',
  'api.act_as_person',
  // Or one person could switch it off, act, and switch it on again.
  'approval.switch_off',
];
