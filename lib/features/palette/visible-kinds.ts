import 'server-only';
import type { Permission } from '@/lib/auth/permissions';
import { can, type Principal } from '@/lib/auth/principal';
import { type FindKind, findKinds } from '@/lib/find-kinds';

/** What one needs to be shown a thing: the same as for its page. */
const permissionOf: Record<FindKind, Permission> = {
  organization: 'organization.read',
  domain: 'domain.read',
  user: 'user.read',
  connection: 'connection.read',
  api_key: 'api_key.read',
  directory: 'directory.read',
  api_client: 'api_client.read',
  connected_account: 'connected_account.read',
  portal_link: 'portal_link.read',
  role: 'organization_role.read',
  environment_role: 'role.read',
  app_connection: 'app_connection.read',
  client: 'client.read',
  provider: 'provider.read',
};

/** The kinds that this person may see at all. */
export function visibleKinds(principal: Principal): FindKind[] {
  return findKinds.filter((kind) => can(principal, permissionOf[kind]));
}

/** Whose things they may see; null for everybody's. What the environment shares with all counts as everybody's own. */
export function visibleOwners({ customers }: Principal): string[] | null {
  return customers === 'all' ? null : [...customers, '*'];
}
