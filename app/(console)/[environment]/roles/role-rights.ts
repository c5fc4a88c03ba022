import type { Permission } from '@/lib/auth/permissions';
import { can, type Principal } from '@/lib/auth/principal';

/** What somebody may do with the environment's roles; nothing for people limited to some customers. */
export function environmentRoleRights(principal: Principal) {
  const may = (permission: Permission) => can(principal, permission, { kind: 'environment' });
  return {
    count: may('role.read'),
    create: may('role.create'),
    update: may('role.update'),
    removeBase: may('role.remove_base'),
    add: may('role.add_permissions'),
    remove: may('role.remove_permission'),
    setDefaults: may('role.set_defaults'),
    delete: may('role.delete'),
  };
}

export type EnvironmentRoleRights = ReturnType<typeof environmentRoleRights>;
