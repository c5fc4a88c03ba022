import 'server-only';
import type { Evidence } from './evidence';
import type { Reader } from './sources';

/** What the dry run needs besides: the role of a newcomer, and whether a directory provisions. */
export type RoleFacts = {
  /** Null: could not be read. */
  newcomerRole: string | null;
  /** Enabled directories by name; null: could not be read. */
  directories: string[] | null;
};

/** Source: GET /organizations/{id}/roles and …/directories, at once. */
export async function readRolesFor(
  { organization }: Evidence,
  { scalekit }: Pick<Reader, 'scalekit'>,
): Promise<RoleFacts> {
  if (!organization) return { newcomerRole: null, directories: null };
  const [roles, directories] = await Promise.all([
    scalekit.roles.listOrganizationRoles({ orgId: organization.id }).catch(() => null),
    scalekit.directories.listDirectories({ organizationId: organization.id }).catch(() => null),
  ]);
  const role = roles?.roles.find(({ defaultMember }) => defaultMember);
  return {
    newcomerRole: role ? role.displayName || role.name : null,
    directories:
      directories?.directories.filter(({ enabled }) => enabled).map(({ name, id }) => name || id) ?? null,
  };
}
