import { z } from 'zod';

/** One field that differs; undefined where it is not there. Nested fields have dots, `settings.enabled`. */
export type FieldDifference = { field: string; before: string | undefined; after: string | undefined };

const mostDepth = 6;
const ignored = new Set(['update_time', 'updated_at', 'last_login_time']);

/** The fields in which two objects differ, in alphabetical order. Times of change differ always, so they are left out. */
export function differenceOf(before: unknown, after: unknown): FieldDifference[] {
  const [old, now] = [flatten(before), flatten(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])].sort();
  return fields
    .filter((field) => !ignored.has(field.split('.').at(-1) ?? '') && old.get(field) !== now.get(field))
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }));
}

function flatten(value: unknown, path = '', depth = 0): Map<string, string> {
  if (value === undefined || value === null) return new Map();
  const isTree = typeof value === 'object' && !Array.isArray(value) && depth < mostDepth;
  if (!isTree) return new Map([[path, typeof value === 'string' ? value : JSON.stringify(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      ...flatten(inner, path === '' ? key : `${path}.${key}`, depth + 1),
    ]),
  );
}

const changed = z.object({
  fields: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
});

/** What a row of the stream `change` says was before and after; null where it names no field. */
export function changeOf(data: Record<string, unknown>): { before: unknown; after: unknown } | null {
  const { data: found } = changed.safeParse(data);
  if (!found || found.fields.length === 0) return null;
  return {
    before: Object.fromEntries(found.fields.map(({ path, before }) => [path, before])),
    after: Object.fromEntries(found.fields.map(({ path, after }) => [path, after])),
  };
}
