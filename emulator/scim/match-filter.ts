import type { JsonObject, JsonValue } from '@bufbuild/protobuf';
import type { Compare, Filter } from 'scim2-parse-filter';

const coreSchema = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i;
// All other strings are compared without regard to case, as their schemas say.
const caseExact = new Set(['id', 'externalid', 'value', '$ref', 'version']);

/** True when the resource, or the item of a multi-valued attribute, passes the filter. */
export function matchesFilter(filter: Filter, resource: JsonValue): boolean {
  switch (filter.op) {
    case 'and':
      return filter.filters.every((part) => matchesFilter(part, resource));
    case 'or':
      return filter.filters.some((part) => matchesFilter(part, resource));
    case 'not':
      return !matchesFilter(filter.filter, resource);
    case '[]':
      return findValues(resource, filter.attrPath).some((item) => matchesFilter(filter.valFilter, item));
    case 'pr':
      return findValues(resource, filter.attrPath).some(isPresent);
    default:
      return findValues(resource, filter.attrPath).some((value) => compare(filter, primitive(value)));
  }
}

/** The value of an attribute by its name in any case. */
export function findAttribute(place: JsonObject, name: string): JsonValue | undefined {
  const key = attributeKey(place, name);
  return key === undefined ? undefined : place[key];
}

/** The name of an attribute as the resource writes it. */
export function attributeKey(place: JsonObject, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.keys(place).find((key) => key.toLowerCase() === wanted);
}

// The values at a path, lists opened: `emails.value` gives every address.
function findValues(resource: JsonValue, attrPath: string): JsonValue[] {
  let places: JsonValue[] = [resource];
  for (const name of splitPath(attrPath)) {
    places = places.flatMap((place) => {
      const value = isObject(place) ? findAttribute(place, name) : undefined;
      return value === undefined ? [] : [value].flat();
    });
  }
  return places;
}

// An extension's name is one step, though it holds dots.
function splitPath(path: string): string[] {
  const local = path.replace(coreSchema, '');
  const end = local.toLowerCase().startsWith('urn:') ? local.lastIndexOf(':') : -1;
  return end === -1 ? local.split('.') : [local.slice(0, end), ...local.slice(end + 1).split('.')];
}

// A complex value without a sub-attribute stands for its `value`: `members eq "…"`.
function primitive(value: JsonValue): JsonValue | undefined {
  return isObject(value) ? findAttribute(value, 'value') : value;
}

function compare({ op, attrPath, compValue }: Compare, found: JsonValue | undefined): boolean {
  const fold = (value: JsonValue | undefined) => {
    const exact = caseExact.has(attrPath.split(/[.:]/).at(-1)?.toLowerCase() ?? '');
    // Addresses are in `value` too, and are the one kind of value that people write in any case.
    return typeof value === 'string' && (!exact || value.includes('@')) ? value.toLowerCase() : value;
  };
  const left = fold(found);
  const right = fold(compValue);
  if (op === 'eq') return left === right;
  if (op === 'ne') return left !== right;
  if (typeof left !== typeof right || left === null || right === null) return false;
  if (typeof left === 'string' && typeof right === 'string') return compareOrdered(op, left, right);
  return typeof left === 'number' && typeof right === 'number' && compareOrdered(op, left, right);
}

function compareOrdered<T extends string | number>(op: Compare['op'], left: T, right: T): boolean {
  switch (op) {
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
    case 'co':
      return String(left).includes(String(right));
    case 'sw':
      return String(left).startsWith(String(right));
    case 'ew':
      return String(left).endsWith(String(right));
    default:
      return false;
  }
}

function isPresent(value: JsonValue): boolean {
  return value !== null && value !== '' && !(isObject(value) && Object.keys(value).length === 0);
}

/** True for a JSON object, not for a list. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
