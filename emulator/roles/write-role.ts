import type { rolesPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument } from '../errors';
import { announceRole } from './announce';
import { checkBase, checkNameIsFree, checkPermissions } from './check-role';
import type { RoleRow } from './rows';

type NewRole = Pick<rolesPb.CreateRole, 'name' | 'displayName' | 'description' | 'extends' | 'permissions'>;
type Changes = Pick<rolesPb.UpdateRole, 'displayName' | 'description' | 'extends' | 'permissions'>;

/**
 * Creates a role of the environment, or of an organization where one is given.
 * @throws ConnectError invalid argument for a name that is taken, an unknown base or an unknown permission
 */
export function createRole(
  environment: Environment,
  input: NewRole | undefined,
  organizationId?: string,
): RoleRow {
  const { clock, newId, store } = environment;
  if (!input) throw invalidArgument('role is required');
  const row: RoleRow = {
    id: newId('role'),
    createdAt: clock.now(),
    name: input.name,
    displayName: input.displayName,
    description: input.description ?? '',
    organizationId,
    extends: input.extends,
    permissions: [...new Set(input.permissions)],
    defaultCreator: false,
    defaultMember: false,
  };
  checkNameIsFree(store, row.name, organizationId);
  checkBase(store, row);
  checkPermissions(store, 'role.permissions', row.permissions);
  store.roles.put(row);
  announceRole(environment, 'role.created', row);
  return row;
}

/** Lays the sent parts over a role; a list of permissions with something in it replaces the whole list. */
export function updateRole(environment: Environment, current: RoleRow, input: Changes | undefined): RoleRow {
  const { store } = environment;
  if (!input) throw invalidArgument('role is required');
  const row: RoleRow = {
    ...current,
    displayName: input.displayName ?? current.displayName,
    description: input.description ?? current.description,
    extends: input.extends ?? current.extends,
    permissions: input.permissions.length > 0 ? [...new Set(input.permissions)] : current.permissions,
  };
  checkBase(store, row);
  checkPermissions(store, 'role.permissions', row.permissions);
  return saveRole(environment, row);
}

/** Stores a changed role and tells of it. */
export function saveRole(environment: Environment, row: RoleRow): RoleRow {
  environment.store.roles.put(row);
  announceRole(environment, 'role.updated', row);
  return row;
}
