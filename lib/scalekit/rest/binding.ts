import type { DescMessage, JsonObject, JsonValue } from '@bufbuild/protobuf';
import type { HttpRule, Verb } from './http-rule';
import { readQuery, toCamelCase, writeQuery } from './query-string';

/** A request as it goes over the wire. `path` is absolute and encoded; `body` is undefined when there is none. */
export type RestRequest = { verb: Verb; path: string; query: URLSearchParams; body?: JsonValue };

type Segment = { literal: string } | { field: string };

/** A route ready to fill and to match. */
export type Binding = HttpRule & { segments: Segment[]; pattern: RegExp };

/** Compiles a path template such as `/api/v1/organizations/{id}:enable`. */
export function compileBinding(rule: HttpRule): Binding {
  const segments = rule.path
    .split(/(\{[^}]+\})/)
    .filter(Boolean)
    .map((part): Segment => (part.startsWith('{') ? { field: part.slice(1, -1) } : { literal: part }));
  const source = segments.map((s) => ('field' in s ? '([^/]+?)' : escapeRegExp(s.literal))).join('');
  return { ...rule, segments, pattern: new RegExp(`^${source}$`) };
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * Spreads a message (protojson, proto field names) over path, query and body by the gRPC-gateway rules.
 * Takes the first binding whose path fields are all set.
 * @throws TypeError when none fits: a path field is empty, or is `.` or `..`, which no URL can carry
 */
export function encodeRequest(bindings: Binding[], input: DescMessage, json: JsonObject): RestRequest {
  for (const binding of bindings) {
    const rest = { ...json };
    const path = fillPath(binding.segments, rest);
    if (path === undefined) continue;
    const body = takeBody(binding.body, input, rest);
    const query = binding.body === '*' ? new URLSearchParams() : writeQuery(input, rest);
    return { verb: binding.verb, path, query, body };
  }
  throw new TypeError(`No route fits: a path field of ${bindings[0]?.path ?? 'the operation'} is empty`);
}

/**
 * Fills a path and takes the fields it used out of `rest`; undefined when one is empty.
 * @throws TypeError for `.` and `..`
 */
export function fillPath(segments: Segment[], rest: JsonObject): string | undefined {
  let path = '';
  for (const segment of segments) {
    if ('literal' in segment) path += segment.literal;
    else {
      const value = rest[segment.field];
      if (value === undefined || value === '' || typeof value === 'object') return undefined;
      // URL parsers drop dot segments, encoded or not: the call would reach another operation.
      if (value === '.' || value === '..') throw new TypeError(`${segment.field} cannot be "${value}"`);
      path += encodeURIComponent(String(value));
      delete rest[segment.field];
    }
  }
  return path;
}

function takeBody(name: string, input: DescMessage, rest: JsonObject): JsonValue | undefined {
  if (name === '') return undefined;
  if (name === '*') return rest;
  const body = rest[name];
  delete rest[name];
  return body ?? (input.fields.find((field) => field.name === name)?.fieldKind === 'list' ? [] : {});
}

/**
 * The other half: path captures, query and body become one protojson message. Undefined when the path differs.
 * @throws URIError when a capture is not decodable, TypeError when the body is not an object where it must be
 */
export function decodeRequest(
  binding: Binding,
  input: DescMessage,
  request: RestRequest,
): JsonObject | undefined {
  if (!binding.pattern.test(request.path)) return undefined;
  const json = binding.body === '*' ? readObject(request.body) : readQuery(input, request.query);
  if (binding.body !== '*' && binding.body !== '' && request.body !== undefined) {
    json[binding.body] = request.body;
    fillUpdateMask(binding.verb, input, request.body, json);
  }
  for (const [name, value] of Object.entries(readCaptures(binding, request.path))) {
    if (!hasSibling(input, name, json)) json[name] = value;
  }
  return json;
}

/** The fields that a path holds. @throws URIError when one is not decodable */
export function readCaptures({ pattern, segments }: Binding, path: string): Record<string, string> {
  const captures = pattern.exec(path) ?? [];
  const fields = segments.flatMap((segment) => ('field' in segment ? [segment.field] : []));
  return Object.fromEntries(
    fields.map((name, index) => [name, decodeURIComponent(captures[index + 1] ?? '')]),
  );
}

// A query parameter that belongs to the same oneof replaces the path's value: a quirk of the real service,
// documented as `ExternalId is required`.
function hasSibling(input: DescMessage, name: string, json: JsonObject): boolean {
  const oneof = input.fields.find((field) => field.name === name)?.oneof;
  return oneof?.fields.some((field) => field.name !== name && json[field.name] !== undefined) ?? false;
}

function readObject(body: JsonValue | undefined): JsonObject {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body)) throw new TypeError('the body must be a JSON object');
  return { ...body };
}

// grpc-gateway fills an unset field mask of a PATCH, whatever its name, from the keys of the body: how an empty map
// gets through.
function fillUpdateMask(verb: Verb, input: DescMessage, body: JsonValue, json: JsonObject): void {
  const mask = input.fields.find((field) => field.message?.typeName === 'google.protobuf.FieldMask');
  if (verb !== 'PATCH' || !mask || json[mask.name] !== undefined) return;
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return;
  json[mask.name] = Object.keys(body).map(toCamelCase).join(',');
}
