import { effectivePermissions, type RoleGraph, type RoleNode } from './role-graph';

/** People of one organization among others. */
export type OrganizationShare = { id: string; name: string; count: number };

/** People who have the same roles: how many, a few of them by name, and where they are if that differs. */
export type RoleHolders = {
  roles: string[];
  count: number;
  examples: string[];
  organizations?: OrganizationShare[];
};

/** What a change does to people: what they gain and lose, how many they are, a few by name, and where. */
export type AccessChange = Omit<RoleHolders, 'roles'> & { gained: string[]; lost: string[] };

/** Who a change concerns. `read` of `total` people were looked through. */
export type AccessUse = {
  holders: RoleHolders[];
  read: number;
  total: number;
  /** Roles of single organizations that stand on the environment's. */
  heirs?: (RoleNode & { displayName: string })[];
  /** Memberships with roles of which nothing is known but the name. */
  unknown?: number;
};

/** What is about to be done to a role, or to a permission of all roles. */
export type RoleChange =
  | { kind: 'edit'; name: string; extends: string | null; permissions: string[] }
  | { kind: 'delete'; name: string; successor: string | null }
  | { kind: 'delete-permission'; name: string };

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
  if (change.kind === 'delete-permission') {
    for (const role of after.values()) {
      const permissions = role.permissions.filter((name) => name !== change.name);
      after.set(role.name, { ...role, permissions });
    }
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
  if (change.kind !== 'delete') return [...roles];
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
  for (const { roles, count, examples, organizations } of holders) {
    const now = { graph, roles };
    const difference = comparePermissions(now, { graph: after, roles: rolesAfter(roles, change) });
    const key = JSON.stringify(difference);
    const group = groups.get(key) ?? { ...difference, count: 0, examples: [] };
    group.count += count;
    group.examples = [...group.examples, ...examples].slice(0, namedPeople);
    if (organizations) group.organizations = mergeShares(group.organizations ?? [], organizations);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}

/** Both lists as one, the organization with most people first. */
export function mergeShares(
  one: readonly OrganizationShare[],
  other: readonly OrganizationShare[],
): OrganizationShare[] {
  const shares = new Map(one.map((share) => [share.id, share]));
  for (const share of other) {
    const count = share.count + (shares.get(share.id)?.count ?? 0);
    shares.set(share.id, { ...share, count });
  }
  return [...shares.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'));
}
