import 'server-only';
import { type AccessUse, mergeShares, type OrganizationShare, type RoleHolders } from '@/lib/role-changes';
import { heirsOf, type RoleGraph, roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { commonsPb, usersPb } from '@/lib/scalekit/services';
import { toRoleRow } from './role-rows';

/** Users of the environment that are read to tell whom a change concerns, in pages of 100. */
export const countedUsers = 1_000;

/** Roles that are asked which roles of single organizations stand on them: each costs a call. */
const askedForHeirs = 10;

/** People named for each set of roles; the rest are counted. */
const namedPeople = 5;

/**
 * Who has certain roles of the environment, themselves or by roles that stand on them, in all organizations: memberships
 * with the same roles together, and how many of them each organization has. Users are walked by cursor up to a bound;
 * `read` says how far. Roles that organizations made for themselves are told apart by name only.
 * Source: GET /roles and GET /users by cursor at once, then GET /roles/{role}/dependents of at most ten.
 */
export async function readAccessUse(
  scalekit: ScalekitClient,
  pick: (graph: RoleGraph) => string[],
): Promise<AccessUse> {
  const [{ roles }, walked] = await Promise.all([
    scalekit.roles.listRoles({ include: 'permissions' }),
    walkUsers(scalekit),
  ]);
  const ours = roles.filter(({ isOrgRole }) => !isOrgRole).map(toRoleRow);
  const graph = roleGraph(ours);
  const picked = pick(graph);
  const asked = withHeirs(graph, picked).slice(0, askedForHeirs);
  const listed = roles.filter(({ isOrgRole }) => isOrgRole).map(toRoleRow);
  const heirs = [...listed, ...(await readOwnHeirs(scalekit, asked))];
  const whole = roleGraph([...ours, ...heirs]);
  const memberships = walked.users.flatMap(({ email, memberships: all }) =>
    all.map((membership) => ({ email, membership, roles: membership.roles.map(({ name }) => name).sort() })),
  );
  return {
    holders: groupByRoles(memberships, new Set(withHeirs(whole, picked))),
    read: walked.users.length,
    total: Math.max(walked.total, walked.users.length),
    heirs: heirs.filter((role) => whole.get(role.name) === role),
    unknown: memberships.filter((one) => one.roles.some((name) => !whole.has(name))).length,
  };
}

function withHeirs(graph: RoleGraph, names: string[]): string[] {
  return [...new Set(names.flatMap((name) => [name, ...heirsOf(graph, name)]))];
}

async function readOwnHeirs(scalekit: ScalekitClient, names: string[]): Promise<RoleRow[]> {
  const answers = await Promise.allSettled(
    names.map((roleName) => scalekit.roles.listDependentRoles({ roleName })),
  );
  return answers.flatMap((answer) =>
    answer.status === 'fulfilled'
      ? answer.value.roles.filter(({ isOrgRole }) => isOrgRole).map(toRoleRow)
      : [],
  );
}

async function walkUsers(scalekit: ScalekitClient) {
  const users: usersPb.User[] = [];
  let pageToken = '';
  let total = 0;
  do {
    const page = await scalekit.users.listUsers({ pageSize: 100, pageToken });
    users.push(...page.users);
    total = page.totalSize;
    pageToken = page.nextPageToken;
  } while (pageToken !== '' && users.length < countedUsers);
  return { users, total };
}

type Held = { email: string; membership: commonsPb.OrganizationMembership; roles: string[] };

function groupByRoles(memberships: Held[], concerned: Set<string>): RoleHolders[] {
  const groups = new Map<string, Held[]>();
  for (const one of memberships) {
    if (!one.roles.some((role) => concerned.has(role))) continue;
    const key = one.roles.join(' ');
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => ({
    roles: group[0]?.roles ?? [],
    count: group.length,
    examples: group.slice(0, namedPeople).map(({ email }) => email),
    organizations: mergeShares([], group.map(shareOf)),
  }));
}

function shareOf({ membership }: Held): OrganizationShare {
  const { organizationId: id, displayName, name } = membership;
  return { id, name: displayName || name || id, count: 1 };
}
