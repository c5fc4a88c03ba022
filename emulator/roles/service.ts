import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { permissionCrud } from '../permissions/crud';
import type { Implementation } from '../service';
import { roleDefaults } from './defaults';
import { environmentRoles } from './environment-roles';
import { organizationRoles } from './organization-roles';
import { permissionsOfRoles } from './permissions-of-role';

/** RolesService: roles of the environment and of organizations, and the permissions they bundle. */
export function roleService(environment: Environment): Implementation<typeof services.roles> {
  return {
    ...environmentRoles(environment),
    ...organizationRoles(environment),
    ...roleDefaults(environment),
    ...permissionsOfRoles(environment),
    ...permissionCrud(environment),
  };
}
