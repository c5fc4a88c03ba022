/** A role as far as it decides what people may do: what it is given itself, and the role that it stands on. */
export type RoleNode = { name: string; extends: string | null; permissions: string[] };

/** The roles that count in one place, by name. */
export type RoleGraph = ReadonlyMap<string, RoleNode>;

/** The roles by name; a name that comes twice keeps its first role. */
export function roleGraph(roles: readonly RoleNode[]): RoleGraph {
  const graph = new Map<string, RoleNode>();
  for (const role of roles) if (!graph.has(role.name)) graph.set(role.name, role);
  return graph;
}

/** The role and what it stands on, nearest first. A base that is not known, or stands on itself, ends the line. */
export function lineOf(graph: RoleGraph, name: string): RoleNode[] {
  const line: RoleNode[] = [];
  let role = graph.get(name);
  while (role && !line.includes(role)) {
    line.push(role);
    role = role.extends === null ? undefined : graph.get(role.extends);
  }
  return line;
}

/** Names of the roles that stand on this one, directly or through others; itself is not among them. */
export function heirsOf(graph: RoleGraph, name: string): string[] {
  return [...graph.keys()].filter(
    (one) => one !== name && lineOf(graph, one).some((role) => role.name === name),
  );
}

/** What somebody with these roles may do, each permission with the nearest role that brings it. */
export function effectivePermissions(graph: RoleGraph, names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const role of names.flatMap((name) => lineOf(graph, name))) {
    for (const permission of role.permissions) {
      if (!found.has(permission)) found.set(permission, role.name);
    }
  }
  return found;
}
