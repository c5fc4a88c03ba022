import { invalidField, notFound } from '../errors';
import type { Store } from '../store';
import type { RoleRow } from './rows';

/** The role of that name that counts in an organization: its own before the environment's. */
export function findRole(store: Store, name: string, organizationId?: string): RoleRow | undefined {
  const named = store.roles.findBy('name', name);
  const own = named.find((role) => role.organizationId && role.organizationId === organizationId);
  return own ?? named.find((role) => !role.organizationId);
}

/** @throws ConnectError not found */
export function requireRole(store: Store, name: string, organizationId?: string): RoleRow {
  const role = findRole(store, name, organizationId);
  if (!role) throw notFound(`role ${name}`);
  return role;
}

/**
 * The environment's role of that name, or where an organization is given only its own: what may be changed there.
 * @throws ConnectError not found
 */
export function requireOwnRole(store: Store, name: string, organizationId?: string): RoleRow {
  const role = store.roles.findBy('name', name).find((one) => one.organizationId === organizationId);
  if (!role) throw notFound(organizationId ? `role ${name} of ${organizationId}` : `role ${name}`);
  return role;
}

/** The roles that may be given in an organization: the environment's and its own. */
export function rolesOf(store: Store, organizationId?: string): RoleRow[] {
  return store.roles.all().filter((role) => !role.organizationId || role.organizationId === organizationId);
}

/** The roles that extend this one directly. */
export function dependentsOf(store: Store, role: RoleRow): RoleRow[] {
  return store.roles.all().filter((one) => baseOf(store, one)?.id === role.id);
}

function baseOf(store: Store, role: RoleRow): RoleRow | undefined {
  return role.extends === undefined ? undefined : findRole(store, role.extends, role.organizationId);
}

/** The named roles and all that they extend, each once. */
export function effectiveRoles(store: Store, names: string[], organizationId?: string): RoleRow[] {
  const found = new Map<string, RoleRow>();
  const pending = [...names];
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    const role = findRole(store, name, organizationId);
    if (!role || found.has(role.name)) continue;
    found.set(role.name, role);
    if (role.extends) pending.push(role.extends);
  }
  return [...found.values()];
}

/**
 * Names of the roles asked for, which may name a role by id.
 * @throws ConnectError invalid argument for a role that does not exist
 */
export function resolveRoleNames(
  store: Store,
  asked: { id: string; name: string }[],
  organizationId: string,
): string[] {
  const names = asked.map(({ id, name }) => {
    const role = name ? findRole(store, name, organizationId) : roleById(store, id, organizationId);
    if (!role) throw invalidField('roles', `role ${name || id} does not exist`, 'role.exists');
    return role.name;
  });
  return [...new Set(names)];
}

function roleById(store: Store, id: string, organizationId: string): RoleRow | undefined {
  const role = store.roles.get(id);
  return role && (!role.organizationId || role.organizationId === organizationId) ? role : undefined;
}
