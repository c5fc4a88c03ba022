import type { Environment } from '../environment';
import { failedPrecondition, invalidField, notFound } from '../errors';
import type { Store } from '../store';
import { announceMember } from '../users/announce';
import type { MembershipRow } from '../users/rows';
import { announceRole } from './announce';
import { isDefaultRole, moveDefaults } from './defaults';
import { dependentsOf, effectiveRoles, findRole } from './find-role';
import { holdersOf } from './holders';
import type { RoleRow } from './rows';
import { saveRole } from './write-role';

/**
 * Removes a role. Who held it, what extended it and what gave it goes over to the role that takes its place.
 * @throws ConnectError failed precondition when it is in use and none takes its place; not found for an unknown one
 */
export function deleteRole(environment: Environment, role: RoleRow, reassignTo: string | undefined): void {
  const { store } = environment;
  if (reassignTo) {
    const successor = requireSuccessor(store, role, reassignTo);
    for (const holder of holdersOf(store, role)) reassignHolder(environment, holder, role, successor);
    reassignDependents(environment, role, successor);
    moveDefaults(store, role, successor);
    renameInDirectories(store, role, successor.name);
  } else {
    checkUnused(store, role);
    renameInDirectories(store, role, undefined);
  }
  store.roles.delete(role.id);
  announceRole(environment, 'role.deleted', role);
}

function requireSuccessor(store: Store, role: RoleRow, name: string): RoleRow {
  const successor = findRole(store, name, role.organizationId);
  if (!successor) throw notFound(`role ${name}`);
  if (successor.id === role.id) {
    throw invalidField('reassign_role_name', 'must be another role than the one deleted', 'role.other');
  }
  return successor;
}

function checkUnused(store: Store, role: RoleRow): void {
  if (holdersOf(store, role).length > 0) {
    throw failedPrecondition('role cannot be deleted as it is assigned to users');
  }
  const dependents = dependentsOf(store, role).map(({ name }) => name);
  if (dependents.length > 0) {
    throw failedPrecondition(`role cannot be deleted as other roles extend it: ${dependents.join(', ')}`);
  }
  if (isDefaultRole(store, role)) {
    throw failedPrecondition('role cannot be deleted as it is a default role');
  }
}

function reassignHolder(
  environment: Environment,
  holder: MembershipRow,
  role: RoleRow,
  successor: RoleRow,
): void {
  const { store } = environment;
  const roles = holder.roles.map((name) => (name === role.name ? successor.name : name));
  store.memberships.put({ ...holder, roles: [...new Set(roles)] });
  const organization = store.organizations.get(holder.organizationId);
  const user = store.users.get(holder.userId);
  announceMember(environment, 'user.organization_membership_updated', organization, user);
}

function reassignDependents(environment: Environment, role: RoleRow, successor: RoleRow): void {
  const { store } = environment;
  const line = effectiveRoles(store, [successor.name], successor.organizationId).map(({ id }) => id);
  for (const dependent of dependentsOf(store, role)) {
    // The successor and what it stands on cannot stand on it: they move down to the base of what is removed.
    const base = line.includes(dependent.id) ? role.extends : successor.name;
    saveRole(environment, { ...dependent, extends: base });
  }
}

// Directories give roles to groups by name.
function renameInDirectories(store: Store, role: RoleRow, name: string | undefined): void {
  for (const directory of store.directories.all()) {
    if (role.organizationId && directory.organizationId !== role.organizationId) continue;
    if (!directory.roleAssignments.some(({ roleName }) => roleName === role.name)) continue;
    const roleAssignments = directory.roleAssignments.flatMap((one) => {
      if (one.roleName !== role.name) return [one];
      return name ? [{ ...one, roleName: name }] : [];
    });
    store.directories.put({ ...directory, roleAssignments });
  }
}
