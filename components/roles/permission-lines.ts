import { effectivePermissions, roleGraph } from '@/lib/role-graph';
import type { RolePermission, RoleRow } from '@/lib/role-row';
import type { PermissionLine } from './permission-table';
import { displayNameOf } from './words';

type Options = {
  roles: readonly RoleRow[];
  role: string;
  descriptions: Readonly<Record<string, string | null>>;
  hrefOf: (role: string) => string;
};

/** What a role brings, by name, each with where it comes from. */
export function permissionLines({ roles, role, descriptions, hrefOf }: Options): PermissionLine[] {
  const effective = [...effectivePermissions(roleGraph(roles), [role])];
  return effective
    .map(([name, from]) => ({
      name,
      description: descriptions[name] || null,
      from: from === role ? undefined : { name: displayNameOf(roles, from), href: hrefOf(from) },
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

type EffectiveOptions = Pick<Options, 'roles' | 'hrefOf'> & { role: RoleRow; effective: RolePermission[] };

/** What Scalekit says that a role brings, by name, each with where it comes from as far as the roles tell. */
export function effectiveLines({ roles, role, effective, hrefOf }: EffectiveOptions): PermissionLine[] {
  const origins = effectivePermissions(roleGraph([role, ...roles]), [role.name]);
  const fromOf = (name: string) => {
    const from = origins.get(name);
    if (from === role.name) return undefined;
    return from === undefined ? null : { name: displayNameOf(roles, from), href: hrefOf(from) };
  };
  return effective
    .map(({ name, description }) => ({ name, description, from: fromOf(name) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
