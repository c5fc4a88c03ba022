/** A JSON answer laid flat: what stands at each dotted path; all elements of a list share the path `list[]`. */
export type Shape = Map<string, Set<string>>;

const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const id = /^([a-z]+[a-z0-9]*)_\d{6,}$/;
const whole = /^-?\d+$/;
// Enum names and error codes; a word of two letters may be a region.
const constant = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/**
 * Lays an answer flat. Ids, times, addresses of the environment and opaque words are told by their kind; everything else
 * by its kind alone or, with `values`, by its value too.
 */
export function shapeOf(json: unknown, { origin, word, values }: ShapeOptions): Shape {
  const shape: Shape = new Map();
  const note = (path: string, kind: string) => {
    const kinds = shape.get(path) ?? new Set();
    shape.set(path, kinds.add(kind));
  };
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      note(path, values ? `list of ${value.length}` : 'list');
      for (const item of value) visit(item, `${path}[]`);
    } else if (value !== null && typeof value === 'object') {
      note(path, 'object');
      for (const [key, inner] of Object.entries(value)) visit(inner, path ? `${path}.${key}` : key);
    } else note(path, path.endsWith('_suffix') ? 'end of a secret' : kindOf(value));
  };
  const kindOf = (value: unknown): string => {
    if (typeof value !== 'string') return values ? `${typeof value} ${value}` : typeof value;
    const prefix = id.exec(value)?.[1];
    if (prefix) return `id ${prefix}_`;
    if (time.test(value)) return 'time';
    if (!values) return whole.test(value) ? 'whole number as text' : 'text';
    return `text ${value.replaceAll(origin, '<origin>').replaceAll(word, '<word>').replace(opaque, '<opaque>')}`;
  };
  visit(json, '');
  return shape;
}

type ShapeOptions = {
  origin: string;
  /** What the tour put into its names. */
  word: string;
  values: boolean;
};

const opaque = /[A-Za-z0-9+_=-]{20,}/g;

/** True for a value that a person would call a constant of the API. */
export function isConstant(kind: string): boolean {
  return kind.startsWith('text ') && constant.test(kind.slice(5));
}
