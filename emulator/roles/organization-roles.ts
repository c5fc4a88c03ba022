import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { requireOrganization } from '../organizations/find-organization';
import type { Implementation } from '../service';
import { deleteRole } from './delete-role';
import { requireOwnRole, requireRole, rolesOf } from './find-role';
import { countUsers } from './holders';
import { toRole } from './messages';
import { createRole, saveRole, updateRole } from './write-role';

type RoleOperations = Implementation<typeof services.roles>;

/** The roles of one organization: it reads the environment's as well, and changes only its own. */
export function organizationRoles(environment: Environment) {
  const { store } = environment;

  function requireOwn(organizationId: string, name: string) {
    return requireOwnRole(store, name, requireOrganization(environment, organizationId).id);
  }

  return {
    listOrganizationRoles({ orgId, include }) {
      const { id } = requireOrganization(environment, orgId);
      return {
        roles: rolesOf(store, id).map((role) => toRole(store, role, { include, organizationId: id })),
      };
    },

    getOrganizationRole({ orgId, roleName, include }) {
      const { id } = requireOrganization(environment, orgId);
      return { role: toRole(store, requireRole(store, roleName, id), { include, organizationId: id }) };
    },

    createOrganizationRole({ orgId, role }) {
      const { id } = requireOrganization(environment, orgId);
      const row = createRole(environment, role, id);
      return { role: toRole(store, row, { include: 'permissions', organizationId: id }) };
    },

    updateOrganizationRole({ orgId, roleName, role }) {
      const row = updateRole(environment, requireOwn(orgId, roleName), role);
      return { role: toRole(store, row, { include: 'permissions', organizationId: orgId }) };
    },

    deleteOrganizationRole({ orgId, roleName, reassignRoleName }) {
      deleteRole(environment, requireOwn(orgId, roleName), reassignRoleName);
      return {};
    },

    deleteOrganizationRoleBase({ orgId, roleName }) {
      saveRole(environment, { ...requireOwn(orgId, roleName), extends: undefined });
      return {};
    },

    getOrganizationRoleUsersCount({ orgId, roleName }) {
      const { id } = requireOrganization(environment, orgId);
      return { count: BigInt(countUsers(store, requireRole(store, roleName, id), id)) };
    },
  } satisfies RoleOperations;
}
