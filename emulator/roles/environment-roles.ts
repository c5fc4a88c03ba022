import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import type { Implementation } from '../service';
import { deleteRole } from './delete-role';
import { dependentsOf, requireOwnRole, rolesOf } from './find-role';
import { countUsers } from './holders';
import { toRole } from './messages';
import { createRole, saveRole, updateRole } from './write-role';

type RoleOperations = Implementation<typeof services.roles>;

/** The roles that every organization has. */
export function environmentRoles(environment: Environment) {
  const { store } = environment;
  return {
    listRoles({ include }) {
      return { roles: rolesOf(store).map((role) => toRole(store, role, { include })) };
    },

    getRole({ roleName, include }) {
      return { role: toRole(store, requireOwnRole(store, roleName), { include }) };
    },

    createRole({ role }) {
      return { role: toRole(store, createRole(environment, role), { include: 'permissions' }) };
    },

    updateRole({ roleName, role }) {
      const row = updateRole(environment, requireOwnRole(store, roleName), role);
      return { role: toRole(store, row, { include: 'permissions' }) };
    },

    // The deprecated `reassign_role_id` is documented to hold a name as well.
    deleteRole({ roleName, reassignRoleName, reassignRoleId = '' }) {
      const successor = reassignRoleName ?? store.roles.get(reassignRoleId)?.name ?? reassignRoleId;
      deleteRole(environment, requireOwnRole(store, roleName), successor);
      return {};
    },

    deleteRoleBase({ roleName }) {
      saveRole(environment, { ...requireOwnRole(store, roleName), extends: undefined });
      return {};
    },

    listDependentRoles({ roleName }) {
      const dependents = dependentsOf(store, requireOwnRole(store, roleName));
      return { roles: dependents.map((role) => toRole(store, role, { include: 'permissions' })) };
    },

    getRoleUsersCount({ roleName }) {
      return { count: BigInt(countUsers(store, requireOwnRole(store, roleName))) };
    },
  } satisfies RoleOperations;
}
