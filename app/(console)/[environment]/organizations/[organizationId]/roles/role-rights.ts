import type { RoleRights } from '@/components/roles/role-table';
import { can, type Principal } from '@/lib/auth/principal';

/** What somebody may do with an organization's roles. */
export function roleRights(principal: Principal): RoleRights {
  return {
    update: can(principal, 'organization_role.update'),
    removeBase: can(principal, 'organization_role.remove_base'),
    setDefault: can(principal, 'organization_role.set_default'),
    remove: can(principal, 'organization_role.delete'),
  };
}
