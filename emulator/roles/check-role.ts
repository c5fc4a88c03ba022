import { invalidArgument, invalidField } from '../errors';
import type { Store } from '../store';
import { effectiveRoles, findRole } from './find-role';
import type { RoleRow } from './rows';

/**
 * Names are unique in the environment, and an organization's roles do not hide the environment's.
 * @throws ConnectError invalid argument
 */
export function checkNameIsFree(store: Store, name: string, organizationId: string | undefined): void {
  if (findRole(store, name, organizationId)) {
    throw invalidArgument(`duplicate key not allowed: role ${name} already exists`);
  }
}

/**
 * A base exists, counts where the role counts, and does not itself stand on the role.
 * @throws ConnectError invalid argument
 */
export function checkBase(store: Store, row: RoleRow): void {
  if (row.extends === undefined) return;
  if (!findRole(store, row.extends, row.organizationId)) {
    throw invalidField('role.extends', `role ${row.extends} does not exist`, 'role.exists');
  }
  const bases = effectiveRoles(store, [row.extends], row.organizationId);
  if (bases.some(({ name }) => name === row.name)) {
    throw invalidField('role.extends', `${row.extends} extends ${row.name} already`, 'role.cycle');
  }
}

/** @throws ConnectError invalid argument for a permission that does not exist */
export function checkPermissions(store: Store, field: string, names: string[]): void {
  const unknown = names.find((name) => store.permissions.findBy('name', name).length === 0);
  if (unknown !== undefined) {
    throw invalidField(field, `permission ${unknown} does not exist`, 'permission.exists');
  }
}
