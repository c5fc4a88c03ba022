import 'server-only';
import type { RoleHolders } from '@/lib/role-changes';
import { heirsOf, lineOf, type RoleGraph, roleGraph } from '@/lib/role-graph';
import type { RoleUse } from '@/lib/role-row';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { commonsPb, type usersPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { toRoleRow } from '@/lib/server/role-rows';
import {
  countedMembers,
  holderPageSize,
  type RoleHolderPage,
  type RoleHolderRow,
  roleHoldersInput,
  roleInput,
} from './schema';

/** People named for each set of roles; the rest are counted. */
const namedPeople = 5;

const invited = [commonsPb.MembershipStatus.PENDING_INVITE, commonsPb.MembershipStatus.INVITE_EXPIRED];

/**
 * Those of one page of members who have the role. The API cannot list by role, so a page may hold few, or none.
 * Source: GET /organizations/{id}/users and …/roles, at once.
 */
export const listRoleHolders = defineQuery({
  permission: 'organization_role.read',
  input: roleHoldersInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, name, pageToken }, { scalekit }): Promise<RoleHolderPage> => {
    const [graph, page] = await Promise.all([
      readGraph(scalekit, organizationId),
      scalekit.users.listOrganizationUsers({ organizationId, pageSize: holderPageSize, pageToken }),
    ]);
    return {
      rows: page.users.flatMap((user) => toHolder(user, organizationId, name, graph)),
      members: page.users.map(({ id }) => id),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

/**
 * Who has the role, themselves or by one that stands on it: people with the same roles together. Members are walked by
 * cursor up to a bound; `read` says how far. Source: GET /organizations/{id}/users, …/roles, …/directories.
 */
export const getRoleUse = defineQuery({
  permission: 'organization_role.read',
  input: roleInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, name }, { scalekit }): Promise<RoleUse> => {
    const [graph, members, directories] = await Promise.all([
      readGraph(scalekit, organizationId),
      walkMembers(scalekit, organizationId),
      scalekit.directories.listDirectories({ organizationId }).catch(() => null),
    ]);
    const concerned = new Set([name, ...heirsOf(graph, name)]);
    const groups = directories?.directories.flatMap(
      ({ roleAssignments }) => roleAssignments?.assignments.filter((one) => one.roleName === name) ?? [],
    );
    return {
      holders: groupByRoles(members.users, organizationId, concerned),
      read: members.users.length,
      total: Math.max(members.total, members.users.length),
      groups: groups?.length ?? null,
    };
  },
});

async function readGraph(scalekit: ScalekitClient, orgId: string): Promise<RoleGraph> {
  const { roles } = await scalekit.roles.listOrganizationRoles({ orgId, include: 'permissions' });
  return roleGraph(roles.map(toRoleRow));
}

async function walkMembers(scalekit: ScalekitClient, organizationId: string) {
  const users: usersPb.User[] = [];
  let pageToken = '';
  let total = 0;
  do {
    const page = await scalekit.users.listOrganizationUsers({ organizationId, pageSize: 100, pageToken });
    users.push(...page.users);
    total = page.totalSize;
    pageToken = page.nextPageToken;
  } while (pageToken !== '' && users.length < countedMembers);
  return { users, total };
}

function groupByRoles(users: usersPb.User[], organizationId: string, concerned: Set<string>): RoleHolders[] {
  const groups = new Map<string, RoleHolders>();
  for (const user of users) {
    const roles = rolesOf(user, organizationId).sort();
    if (!roles.some((role) => concerned.has(role))) continue;
    const group = groups.get(roles.join(' ')) ?? { roles, count: 0, examples: [] };
    group.count += 1;
    if (group.examples.length < namedPeople) group.examples.push(user.email);
    groups.set(roles.join(' '), group);
  }
  return [...groups.values()];
}

function membershipOf(user: usersPb.User, organizationId: string) {
  return user.memberships.find((one) => one.organizationId === organizationId);
}

function rolesOf(user: usersPb.User, organizationId: string): string[] {
  return membershipOf(user, organizationId)?.roles.map(({ name }) => name) ?? [];
}

function toHolder(
  user: usersPb.User,
  organizationId: string,
  name: string,
  graph: RoleGraph,
): RoleHolderRow[] {
  const roles = rolesOf(user, organizationId);
  const heir = roles.find((one) => lineOf(graph, one).some((role) => role.name === name));
  if (!roles.includes(name) && heir === undefined) return [];
  const profile = user.userProfile;
  const status = membershipOf(user, organizationId)?.membershipStatus;
  return [
    {
      userId: user.id,
      email: user.email,
      name: profile?.name || [profile?.givenName, profile?.familyName].filter(Boolean).join(' ') || null,
      isInvited: status !== undefined && invited.includes(status),
      through: roles.includes(name) ? null : (heir ?? null),
    },
  ];
}
