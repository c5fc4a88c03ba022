import type { DescMessage, JsonObject, JsonValue } from '@bufbuild/protobuf';
import type { HttpRule, Verb } from './http-rule';
import { readQuery, writeQuery } from './query-string';

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
 * @throws TypeError when none fits: a path field is empty
 */
export function encodeRequest(bindings: Binding[], json: JsonObject): RestRequest {
  for (const binding of bindings) {
    const rest = { ...json };
    const path = fillPath(binding.segments, rest);
    if (path === undefined) continue;
    const body = takeBody(binding.body, rest);
    const query = binding.body === '*' ? new URLSearchParams() : writeQuery(rest);
    return { verb: binding.verb, path, query, body };
  }
  throw new TypeError(`No route fits: a path field of ${bindings[0]?.path ?? 'the operation'} is empty`);
}

function fillPath(segments: Segment[], rest: JsonObject): string | undefined {
  let path = '';
  for (const segment of segments) {
    if ('literal' in segment) path += segment.literal;
    else {
      const value = rest[segment.field];
      if (value === undefined || value === '' || typeof value === 'object') return undefined;
      path += encodeURIComponent(String(value));
      delete rest[segment.field];
    }
  }
  return path;
}

function takeBody(name: string, rest: JsonObject): JsonValue | undefined {
  if (name === '') return undefined;
  if (name === '*') return rest;
  const body = rest[name];
  delete rest[name];
  return body ?? {};
}

/** The other half: path captures, query and body become one protojson message. Undefined when the path differs. */
export function decodeRequest(
  binding: Binding,
  input: DescMessage,
  request: RestRequest,
): JsonObject | undefined {
  const captures = binding.pattern.exec(request.path);
  if (!captures) return undefined;
  const json: JsonObject = binding.body === '*' ? {} : readQuery(input, request.query);
  if (binding.body === '*') Object.assign(json, request.body);
  else if (binding.body !== '' && request.body !== undefined) json[binding.body] = request.body;
  const fields = binding.segments.flatMap((segment) => ('field' in segment ? [segment.field] : []));
  for (const [index, field] of fields.entries()) {
    json[field] = decodeURIComponent(captures[index + 1] ?? '');
  }
  return json;
}
