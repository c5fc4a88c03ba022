type Json = Record<string, unknown>;

/** What somebody filled in: without what a form leaves behind in groups that nobody touched. */
export function prune(input: Json): Json {
  return (inside(input) as Json | undefined) ?? {};
}

function inside(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(inside).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    const kept = inside(inner);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
