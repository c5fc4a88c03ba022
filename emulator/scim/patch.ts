import { isDeepStrictEqual } from 'node:util';
import type { JsonObject, JsonValue } from '@bufbuild/protobuf';
import type { Filter } from 'scim2-parse-filter';
import { z } from 'zod';
import { attributeKey, findAttribute, isObject, matchesFilter } from './match-filter';
import { type PatchPath, parsePatchPath } from './patch-path';
import { ScimError } from './scim-error';

const json = z.json();

/** The body of a PATCH, RFC 7644 section 3.5.2. Entra writes operations with a capital. */
export const patchSchema = z.object({
  Operations: z
    .array(
      z.object({
        op: z
          .string()
          .toLowerCase()
          .pipe(z.enum(['add', 'replace', 'remove'])),
        path: z.string().min(1).optional(),
        value: json.optional(),
      }),
    )
    .min(1),
});

type Operation = z.output<typeof patchSchema>['Operations'][number];
type Change = { op: Operation['op']; value: JsonValue | undefined };

/**
 * A resource with the operations applied, one after the other; the one given stays as it is.
 * @throws ScimError when an operation cannot be read or points at nothing
 */
export function applyPatch(resource: JsonObject, operations: Operation[]): JsonObject {
  const patched = structuredClone(resource);
  for (const { op, path, value } of operations) {
    if (path) applyAt(patched, parsePatchPath(path), { op, value });
    else applyToAll(patched, { op, value });
  }
  return patched;
}

// Without a path the value is an object whose keys are paths.
function applyToAll(resource: JsonObject, { op, value }: Change): void {
  if (op === 'remove') throw new ScimError(400, 'A remove operation needs a path.', 'noTarget');
  if (!isObject(value)) {
    throw new ScimError(
      400,
      `A ${op} operation without a path needs an object as its value.`,
      'invalidValue',
    );
  }
  for (const [key, part] of Object.entries(value))
    applyAt(resource, parsePatchPath(key), { op, value: part });
}

function applyAt(resource: JsonObject, path: PatchPath, change: Change): void {
  if (change.op !== 'remove' && change.value === undefined) {
    throw new ScimError(400, `A ${change.op} operation needs a value.`, 'invalidValue');
  }
  const { extension, attribute } = path;
  if (!attribute) {
    applyToAttribute(resource, extension ?? '', change);
    return;
  }
  const place = extension ? openObject(resource, extension, change) : resource;
  if (place) applyInside(place, { ...path, attribute }, change);
}

type AttributePath = PatchPath & { attribute: string };

function applyInside(place: JsonObject, path: AttributePath, change: Change): void {
  const { attribute, filter, subAttribute } = path;
  const target = findAttribute(place, attribute);
  if (filter) applyToItems(place, { ...path, filter }, change);
  else if (!subAttribute) applyToAttribute(place, attribute, change);
  else if (Array.isArray(target)) {
    // `emails.value` means that part of every item.
    for (const item of target.filter(isObject)) applyToAttribute(item, subAttribute, change);
  } else {
    const inner = openObject(place, attribute, change);
    if (inner) applyToAttribute(inner, subAttribute, change);
  }
}

// The object of that name: made when something is to be put into it, undefined when there is nothing to remove.
function openObject(place: JsonObject, name: string, { op }: Change): JsonObject | undefined {
  const found = findAttribute(place, name);
  if (isObject(found)) return found;
  if (op === 'remove') return undefined;
  const made: JsonObject = {};
  place[attributeKey(place, name) ?? name] = made;
  return made;
}

function applyToAttribute(place: JsonObject, name: string, { op, value }: Change): void {
  const key = attributeKey(place, name) ?? name;
  const current = Object.hasOwn(place, key) ? place[key] : undefined;
  if (op === 'remove') {
    const rest = Array.isArray(current) && value !== undefined ? withoutItems(current, [value].flat()) : [];
    if (rest.length > 0) place[key] = rest;
    else delete place[key];
  } else if (op === 'add' && Array.isArray(current)) {
    place[key] = withItems(current, [value ?? null].flat());
  } else if (isObject(current) && isObject(value)) {
    for (const [inner, part] of Object.entries(value)) applyToAttribute(current, inner, { op, value: part });
  } else {
    const isList = Array.isArray(current) || multiValued.has(key.toLowerCase());
    place[key] = isList ? [value ?? null].flat() : (value ?? null);
  }
}

const multiValued = new Set([
  ...['emails', 'phonenumbers', 'ims', 'photos', 'addresses', 'groups', 'entitlements', 'roles'],
  ...['x509certificates', 'members', 'schemas'],
]);

type ItemPath = AttributePath & { filter: Filter };

function applyToItems(place: JsonObject, path: ItemPath, change: Change): void {
  const { attribute, filter, subAttribute } = path;
  const key = attributeKey(place, attribute) ?? attribute;
  const items = Array.isArray(place[key]) ? place[key] : [];
  const chosen = items.filter(isObject).filter((item) => matchesFilter(filter, item));
  if (change.op === 'remove' && !subAttribute) {
    const rest = items.filter((item) => !isObject(item) || !chosen.includes(item));
    if (rest.length > 0) place[key] = rest;
    else delete place[key];
    return;
  }
  if (chosen.length === 0) {
    if (change.op === 'remove') return;
    const made = change.op === 'add' ? describedItem(filter) : undefined;
    if (!made) throw new ScimError(400, `No value of ${attribute} passes the filter.`, 'noTarget');
    place[key] = [...items, made];
    chosen.push(made);
  }
  for (const item of chosen) {
    if (subAttribute) applyToAttribute(item, subAttribute, change);
    else if (isObject(change.value)) Object.assign(item, change.value);
    else throw new ScimError(400, `A value of ${attribute} is an object.`, 'invalidValue');
  }
}

// What `type eq "work"` says of an item that is not there yet.
function describedItem(filter: Filter): JsonObject | undefined {
  if (filter.op === 'eq') return { [filter.attrPath]: filter.compValue };
  if (filter.op !== 'and') return undefined;
  const parts = filter.filters.map(describedItem);
  return parts.every((part) => part !== undefined) ? Object.assign({}, ...parts) : undefined;
}

// Items are the same when their `value` is; an item without one, when all of it is.
function isSame(a: JsonValue, b: JsonValue): boolean {
  const [left, right] = [a, b].map((item) => (isObject(item) ? findAttribute(item, 'value') : item));
  return left === undefined ? isDeepStrictEqual(a, b) : left === right;
}

function withItems(current: JsonValue[], added: JsonValue[]): JsonValue[] {
  return [...current.filter((item) => !added.some((one) => isSame(item, one))), ...added];
}

function withoutItems(current: JsonValue[], removed: JsonValue[]): JsonValue[] {
  return current.filter((item) => !removed.some((one) => isSame(item, one)));
}
