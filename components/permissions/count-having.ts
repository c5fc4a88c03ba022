import { effectivePermissions, roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';
import type { RolesHaving } from './permission-table';

/** How many roles bring each permission, themselves and in all. */
export function countHaving(roles: readonly RoleRow[]): Map<string, RolesHaving> {
  const graph = roleGraph(roles);
  const having = new Map<string, RolesHaving>();
  for (const role of roles) {
    for (const [permission, from] of effectivePermissions(graph, [role.name])) {
      const { own, all } = having.get(permission) ?? { own: 0, all: 0 };
      having.set(permission, { own: from === role.name ? own + 1 : own, all: all + 1 });
    }
  }
  return having;
}
