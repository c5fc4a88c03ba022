import type { JsonObject, JsonValue } from '@bufbuild/protobuf';
import { eventTypes } from './event-types.data';
import { payloadFields } from './payload-fields.data';
import type { EventType } from './rows';

/**
 * Holds an event's data against the documentation. For tests.
 * @returns what is wrong: required fields that are missing, and fields that nobody documented
 */
export function findPayloadFaults(type: EventType, data: JsonObject): string[] {
  const { required, paths } = payloadFields[eventTypes[type].fields];
  const missing = required.filter((name) => data[name] === undefined).map((name) => `${name} is missing`);
  const unknown = listPaths(data)
    .filter((path) => !paths.some((known) => covers(known, path)))
    .map((path) => `${path} is not documented`);
  return [...missing, ...unknown];
}

function covers(known: string, path: string): boolean {
  if (path === known || known.startsWith(`${path}.`) || known.startsWith(`${path}[]`)) return true;
  return known.endsWith('.*') && path.startsWith(known.slice(0, -1));
}

// Leaves only; an empty list or object is a leaf.
function listPaths(value: JsonValue, prefix = ''): string[] {
  if (Array.isArray(value)) {
    return value.length > 0 ? value.flatMap((item) => listPaths(item, `${prefix}[]`)) : [prefix];
  }
  if (value === null || typeof value !== 'object') return [prefix];
  const entries = Object.entries(value);
  if (entries.length === 0 && prefix) return [prefix];
  return entries.flatMap(([name, inner]) => listPaths(inner, prefix ? `${prefix}.${name}` : name));
}
