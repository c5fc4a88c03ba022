import { effectivePermissions, type RoleGraph } from './role-graph';

/** People who have the same roles: how many, and a few of them by name. */
export type RoleHolders = { roles: string[]; count: number; examples: string[] };

/** What a change does to people: what they gain and lose, how many they are, and a few of them by name. */
export type AccessChange = { gained: string[]; lost: string[]; count: number; examples: string[] };

/** What is about to be done to a role. */
export type RoleChange =
  | { kind: 'edit'; name: string; extends: string | null; permissions: string[] }
  | { kind: 'delete'; name: string; successor: string | null };

/** People named for each kind of change; the rest are counted. */
const namedPeople = 5;

/** The roles as they would be. Roles that stand on a deleted one move to its successor, as Scalekit moves them. */
export function graphAfter(graph: RoleGraph, change: RoleChange): RoleGraph {
  const after = new Map(graph);
  if (change.kind === 'edit') {
    const { name, permissions } = change;
    after.set(name, { name, permissions, extends: change.extends });
    return after;
  }
  after.delete(change.name);
  for (const role of after.values()) {
    if (role.extends === change.name) after.set(role.name, { ...role, extends: change.successor });
  }
  return after;
}

/** The roles that somebody has after the change. */
function rolesAfter(roles: readonly string[], change: RoleChange): string[] {
  if (change.kind === 'edit') return [...roles];
  return roles.flatMap((name) => (name === change.name ? (change.successor ?? []) : name));
}

/** The permissions that come and go between two sets of roles, each list in order. */
export function comparePermissions(
  before: { graph: RoleGraph; roles: readonly string[] },
  after: { graph: RoleGraph; roles: readonly string[] },
): Pick<AccessChange, 'gained' | 'lost'> {
  const had = effectivePermissions(before.graph, before.roles);
  const has = effectivePermissions(after.graph, after.roles);
  return {
    gained: [...has.keys()].filter((name) => !had.has(name)).sort(),
    lost: [...had.keys()].filter((name) => !has.has(name)).sort(),
  };
}

/**
 * Who gains and who loses what, those with the same gain and loss together, most people first.
 * Somebody who has a permission by another role too neither gains nor loses it.
 */
export function compareAccess(
  graph: RoleGraph,
  holders: readonly RoleHolders[],
  change: RoleChange,
): AccessChange[] {
  const after = graphAfter(graph, change);
  const groups = new Map<string, AccessChange>();
  for (const { roles, count, examples } of holders) {
    const now = { graph, roles };
    const difference = comparePermissions(now, { graph: after, roles: rolesAfter(roles, change) });
    const key = JSON.stringify(difference);
    const group = groups.get(key) ?? { ...difference, count: 0, examples: [] };
    group.count += count;
    group.examples = [...group.examples, ...examples].slice(0, namedPeople);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}
