import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { notFound } from '../errors';
import { toPermission } from '../permissions/messages';
import type { Implementation } from '../service';
import { checkPermissions } from './check-role';
import { effectiveRoles, requireOwnRole } from './find-role';
import { saveRole } from './write-role';

type RoleOperations = Implementation<typeof services.roles>;

/** What the environment's roles may do: read, add, remove. */
export function permissionsOfRoles(environment: Environment) {
  const { store } = environment;

  function show(names: string[]) {
    const rows = [...new Set(names)].flatMap((name) => store.permissions.findBy('name', name));
    return { permissions: rows.map(toPermission) };
  }

  return {
    listRolePermissions({ roleName }) {
      return show(requireOwnRole(store, roleName).permissions);
    },

    listEffectiveRolePermissions({ roleName }) {
      const { name } = requireOwnRole(store, roleName);
      return show(effectiveRoles(store, [name]).flatMap(({ permissions }) => permissions));
    },

    addPermissionsToRole({ roleName, permissionNames }) {
      const role = requireOwnRole(store, roleName);
      checkPermissions(store, 'permission_names', permissionNames);
      const permissions = [...new Set([...role.permissions, ...permissionNames])];
      return show(saveRole(environment, { ...role, permissions }).permissions);
    },

    removePermissionFromRole({ roleName, permissionName }) {
      const role = requireOwnRole(store, roleName);
      if (!role.permissions.includes(permissionName)) {
        throw notFound(`permission ${permissionName} of role ${roleName}`);
      }
      const permissions = role.permissions.filter((name) => name !== permissionName);
      saveRole(environment, { ...role, permissions });
      return {};
    },
  } satisfies RoleOperations;
}
