type Json = Record<string, unknown>;

/** One way to place an input, as plain data: `body` is `*`, a field's name or empty. */
export type WireRoute = { verb: string; path: string; body: string };

/** A request as it goes over the wire. A path field that is not filled yet stands as `{name}`. */
export type WireRequest = {
  verb: string;
  path: string;
  query: [name: string, value: string][];
  body?: unknown;
};

/**
 * Spreads an input over path, query and body by the rules of the REST binding, for showing it while it is typed. The
 * first route whose path fields are all filled is taken, else the first.
 */
export function placeRequest(routes: readonly WireRoute[], input: Json): WireRequest {
  const fits = ({ path }: WireRoute) => fieldsOf(path).every((field) => isFilled(input[field]));
  const route = routes.find(fits) ?? routes[0];
  if (!route) throw new Error('An operation has a route');
  const rest = { ...input };
  const path = route.path.replaceAll(/\{([^}]+)\}/g, (whole, field: string) => {
    const value = rest[field];
    delete rest[field];
    return isFilled(value) ? encodeURIComponent(String(value)) : whole;
  });
  const { verb, body } = route;
  if (body === '*') return { verb, path, query: [], body: rest };
  const { [body]: sent = {}, ...fields } = rest;
  return { verb, path, query: flatten(fields), ...(body !== '' && { body: sent }) };
}

/** The fields that stand in a path template. */
export function fieldsOf(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, field = '']) => field);
}

/** The value at a dotted path. */
export function readPath(input: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    const inside = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return inside ? (value as Json)[name] : undefined;
  }, input);
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && typeof value !== 'object';
}

function flatten(value: unknown, key = ''): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => flatten(item, key));
  if (typeof value !== 'object') return [[key, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) =>
    flatten(inner, key === '' ? name : `${key}.${name}`),
  );
}
