import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { requireOrganization } from '../organizations/find-organization';
import type { Implementation } from '../service';
import { requireRole, rolesOf } from './find-role';
import { toRole } from './messages';

/** RolesService: reading. The rest of it is not emulated yet. */
export function roleService(environment: Environment): Implementation<typeof services.roles> {
  const { store } = environment;
  return {
    listRoles({ include }) {
      return { roles: rolesOf(store).map((role) => toRole(store, role, include)) };
    },

    getRole({ roleName, include }) {
      return { role: toRole(store, requireRole(store, roleName), include) };
    },

    listOrganizationRoles({ orgId, include }) {
      requireOrganization(environment, orgId);
      return { roles: rolesOf(store, orgId).map((role) => toRole(store, role, include)) };
    },

    getOrganizationRole({ orgId, roleName, include }) {
      requireOrganization(environment, orgId);
      return { role: toRole(store, requireRole(store, roleName, orgId), include) };
    },
  };
}
