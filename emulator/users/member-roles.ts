import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { notFound } from '../errors';
import { effectiveRoles, resolveRoleNames } from '../roles/find-role';
import type { Implementation } from '../service';
import { announceMember } from './announce';
import { requireMembership, requireUser } from './find-user';
import { toMemberRole } from './messages';
import type { MembershipRow } from './rows';

type UserOperations = Implementation<typeof services.users>;

/** What a member may do: roles, given and inherited, and the permissions they bring. */
export function memberRoles(environment: Environment) {
  const { store } = environment;

  function find(organizationId: string, userId: string): MembershipRow {
    return requireMembership(environment, organizationId, requireUser(environment, userId));
  }

  function change(current: MembershipRow, roles: string[]): MembershipRow {
    const row = store.memberships.put({ ...current, roles });
    const organization = store.organizations.get(row.organizationId);
    const user = store.users.get(row.userId);
    announceMember(environment, 'user.organization_membership_updated', organization, user);
    return row;
  }

  function listRoles({ roles, organizationId }: MembershipRow) {
    return effectiveRoles(store, roles, organizationId).map(toMemberRole);
  }

  return {
    listUserRoles({ organizationId, userId }) {
      return { roles: listRoles(find(organizationId, userId)) };
    },

    assignUserRoles({ organizationId, userId, roles }) {
      const current = find(organizationId, userId);
      const asked = roles.map(({ id, roleName }) => ({ id, name: roleName }));
      const added = resolveRoleNames(store, asked, organizationId);
      return { roles: listRoles(change(current, [...new Set([...current.roles, ...added])])) };
    },

    removeUserRole({ organizationId, userId, roleName }) {
      const current = find(organizationId, userId);
      if (!current.roles.includes(roleName)) throw notFound(`role ${roleName} of ${userId}`);
      change(
        current,
        current.roles.filter((name) => name !== roleName),
      );
      return {};
    },

    listUserPermissions({ organizationId, userId }) {
      const { roles } = find(organizationId, userId);
      const effective = effectiveRoles(store, roles, organizationId);
      const names = new Set(effective.flatMap((role) => role.permissions));
      const rows = [...names].flatMap((name) => store.permissions.findBy('name', name));
      return { permissions: rows.map(({ id, name, description }) => ({ id, name, description })) };
    },
  } satisfies UserOperations;
}
