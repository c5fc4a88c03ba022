import { effectivePermissions, roleGraph } from './role-graph';
import type { RoleRow } from './role-row';

/** A column. Permissions are numbers of rows: a name for each of hundreds by hundreds would weigh a megabyte. */
export type MatrixRole = Pick<
  RoleRow,
  'name' | 'displayName' | 'extends' | 'isDefaultMember' | 'isDefaultCreator'
> & {
  /** Rows that the role is given itself, in order. */
  direct: number[];
  /** How many roles it stands on. */
  depth: number;
};

/** A row. */
export type MatrixPermission = { name: string; description: string | null; isScalekits: boolean };

export type RoleMatrix = { roles: MatrixRole[]; permissions: MatrixPermission[] };

/** What a role brings: the row, and the role that it comes from. */
export type Origins = ReadonlyMap<number, string>;

/**
 * Roles against permissions: every role right of its base, permissions by name. Permissions that roles have and that
 * are not among those listed get a row as well.
 */
export function buildMatrix(
  roles: readonly RoleRow[],
  listed: readonly MatrixPermission[],
  descriptions: Readonly<Record<string, string>>,
): RoleMatrix {
  const known = new Map(listed.map((one) => [one.name, one]));
  for (const name of roles.flatMap(({ permissions }) => permissions)) {
    if (!known.has(name))
      known.set(name, { name, description: descriptions[name] || null, isScalekits: false });
  }
  const permissions = [...known.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
  const rowOf = new Map(permissions.map(({ name }, row) => [name, row]));
  return {
    permissions,
    roles: byInheritance(roles).map(({ role, depth }) => ({
      name: role.name,
      displayName: role.displayName,
      extends: role.extends,
      isDefaultMember: role.isDefaultMember,
      isDefaultCreator: role.isDefaultCreator,
      direct: role.permissions.map((name) => rowOf.get(name) ?? -1).sort((one, other) => one - other),
      depth,
    })),
  };
}

/** Roles that stand alone by name, each followed by those that stand on it. A circle is broken where it is met. */
function byInheritance(roles: readonly RoleRow[]): { role: RoleRow; depth: number }[] {
  const named = [...roles].sort((one, other) => one.displayName.localeCompare(other.displayName, 'en'));
  const known = new Set(roles.map(({ name }) => name));
  const heirs = new Map<string, RoleRow[]>();
  for (const role of named) {
    if (role.extends) heirs.set(role.extends, [...(heirs.get(role.extends) ?? []), role]);
  }
  const order: { role: RoleRow; depth: number }[] = [];
  const placed = new Set<string>();
  const place = (role: RoleRow, depth: number) => {
    if (placed.has(role.name)) return;
    placed.add(role.name);
    order.push({ role, depth });
    for (const heir of heirs.get(role.name) ?? []) place(heir, depth + 1);
  };
  for (const role of named) if (!role.extends || !known.has(role.extends)) place(role, 0);
  for (const role of named) place(role, 0);
  return order;
}

/** What every role brings, by its name. */
export function originsOf({ roles, permissions }: RoleMatrix): Map<string, Origins> {
  const nodes = roles.map((role) => ({
    name: role.name,
    extends: role.extends,
    permissions: role.direct.map(String),
  }));
  const graph = roleGraph(nodes);
  return new Map(
    roles.map(({ name }) => {
      const found = [...effectivePermissions(graph, [name])].map(
        ([row, from]) => [Number(row), from] as const,
      );
      return [name, new Map(found.filter(([row]) => row < permissions.length))];
    }),
  );
}

/** True when every word typed is somewhere in these texts. */
export function matchesText(typed: string, texts: readonly (string | null)[]): boolean {
  const all = texts.join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
