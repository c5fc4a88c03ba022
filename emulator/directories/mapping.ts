import type { directoriesPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidField } from '../errors';
import { findRole } from '../roles/find-role';
import { mappedRoles } from './groups';
import type { DirectoryRow } from './rows';
import { refreshUsers } from './sync-users';

type Assignment = Pick<directoriesPb.RoleAssignment, 'groupId' | 'roleName'>;

/**
 * Says which groups bring which roles, in the place of what was said before.
 * @throws ConnectError invalid argument for a group or role that does not exist
 */
export function assignRoles(
  environment: Environment,
  directory: DirectoryRow,
  assignments: Assignment[],
): DirectoryRow {
  const { store } = environment;
  for (const { groupId, roleName } of assignments) {
    if (store.directoryGroups.get(groupId)?.directoryId !== directory.id) {
      throw invalidField(
        'role_assignments.assignments.group_id',
        `${groupId} does not exist`,
        'group.exists',
      );
    }
    if (!findRole(store, roleName, directory.organizationId)) {
      throw invalidField(
        'role_assignments.assignments.role_name',
        `${roleName} does not exist`,
        'role.exists',
      );
    }
  }
  const roleAssignments = assignments.map(({ groupId, roleName }) => ({ groupId, roleName }));
  return changeMapping(environment, directory, { roleAssignments });
}

/** Chooses the groups that count, by external id or, for groups without one, by name. */
export function trackGroups(
  environment: Environment,
  directory: DirectoryRow,
  externalIds: string[],
): DirectoryRow {
  return changeMapping(environment, directory, { trackedGroups: [...new Set(externalIds)] });
}

type Mapping = Partial<Pick<DirectoryRow, 'roleAssignments' | 'trackedGroups'>>;

// Only who ends up with other roles is told of.
function changeMapping(environment: Environment, directory: DirectoryRow, mapping: Mapping): DirectoryRow {
  const { clock, store } = environment;
  const users = store.directoryUsers.findBy('directoryId', directory.id);
  const rolesIn = (row: DirectoryRow) => users.map((user) => mappedRoles(store, row, user).sort().join());
  const before = rolesIn(directory);
  const changed = store.directories.put({ ...directory, ...mapping, updatedAt: clock.now() });
  const after = rolesIn(changed);
  const affected = users.filter((_, index) => before[index] !== after[index]);
  refreshUsers(
    environment,
    changed,
    affected.map(({ id }) => id),
  );
  return changed;
}
