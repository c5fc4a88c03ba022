import type { PermissionRights } from '@/components/permissions/permission-table';
import { can, type Principal } from '@/lib/auth/principal';

/** What somebody may do with permissions; nothing for people limited to some customers. */
export function permissionRights(principal: Principal): PermissionRights {
  const scope = { kind: 'environment' } as const;
  return {
    create: can(principal, 'permission.create', scope),
    update: can(principal, 'permission.update', scope),
    delete: can(principal, 'permission.delete', scope),
  };
}
