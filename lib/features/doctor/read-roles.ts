import 'server-only';
import type { AppError } from '@/lib/errors';
import type { directoriesPb } from '@/lib/scalekit/services';
import { toAppError } from '@/lib/server/to-app-error';
import type { Evidence } from './evidence';
import { orGap } from './gaps';
import type { Reader } from './sources';

/** What the dry run needs besides: the role of a newcomer, and what directories provision. */
export type RoleFacts = {
  /** Null: could not be read, or there is none. */
  newcomerRole: string | null;
  /** Enabled directories by name; null: could not be read. */
  directories: string[] | null;
  /** Roles that the person's groups bring them; null: they were not found among the people who were read. */
  groupRoles: { role: string; group: string }[] | null;
  /** Roles that a mapped group may bring besides, where it is not known who is in it. */
  possibleRoles: string[];
};

/** The most that one page may hold. */
const pageSize = 30;

/** Where no customer was found. */
export const noRoles: RoleFacts = {
  newcomerRole: null,
  directories: null,
  groupRoles: null,
  possibleRoles: [],
};

/**
 * Source: GET /organizations/{id}/roles and …/directories, at once; then the first page of users of each enabled
 * directory that maps groups to roles. What cannot be read becomes a gap of the evidence.
 */
export async function readRolesFor(
  { organization, asked, gaps }: Pick<Evidence, 'asked' | 'gaps'> & { organization: { id: string } | null },
  { scalekit }: Pick<Reader, 'scalekit'>,
): Promise<RoleFacts> {
  if (!organization) return noRoles;
  const organizationId = organization.id;
  const [roles, listed] = await Promise.all([
    orGap(scalekit.roles.listOrganizationRoles({ orgId: organizationId }), 'The roles', gaps),
    // An organization without directories may be answered as one that has none.
    orGap(scalekit.directories.listDirectories({ organizationId }).catch(noneOf), 'The directories', gaps),
  ]);
  const enabled = listed?.directories.filter((one) => one.enabled) ?? [];
  const mapping = enabled.filter(({ roleAssignments }) => roleAssignments?.assignments.length);
  const people = await Promise.all(
    mapping.map(({ id: directoryId }) =>
      orGap(
        scalekit.directories.listDirectoryUsers({
          organizationId,
          directoryId,
          pageSize,
          includeDetail: true,
        }),
        'The people of a directory',
        gaps,
      ),
    ),
  );
  const played = mapping.map((directory, index) => play(directory, people[index] ?? null, asked.email));
  const role = roles?.roles.find(({ defaultMember }) => defaultMember);
  return {
    newcomerRole: role ? role.displayName || role.name : null,
    directories: listed && enabled.map(({ name, id }) => name || id),
    groupRoles: played.some(({ found }) => found) ? played.flatMap(({ brought }) => brought) : null,
    possibleRoles: [...new Set(played.flatMap(({ possible }) => possible))],
  };
}

type People = { users: directoriesPb.DirectoryUser[]; nextPageToken: string };

/** Whoever is in a mapped group gets its role. A user tells of the groups that are tracked, and others bring none. */
function play({ roleAssignments }: directoriesPb.Directory, people: People | null, email: string | null) {
  const assignments = roleAssignments?.assignments ?? [];
  const user = people?.users.find((one) =>
    [one.email, ...one.emails].some((address) => address.toLowerCase() === email),
  );
  const brought = assignments.flatMap(({ groupId, roleName }) => {
    const group = user?.groups.find(({ id }) => id === groupId);
    return group ? [{ role: roleName, group: group.displayName || group.id }] : [];
  });
  const isKnown = user !== undefined || people?.nextPageToken === '';
  return {
    found: user !== undefined,
    brought,
    possible: isKnown ? [] : assignments.map(({ roleName }) => roleName),
  };
}

function noneOf(error: unknown): { directories: directoriesPb.Directory[] } {
  const known: AppError = toAppError(error);
  if (known.code === 'not_found') return { directories: [] };
  throw known;
}
