import {
  type DescField,
  type DescMessage,
  type JsonObject,
  type JsonValue,
  ScalarType,
} from '@bufbuild/protobuf';

/** Writes protojson as a query string: nested messages dotted, lists by repeating the key. */
export function writeQuery(message: DescMessage, json: JsonObject): URLSearchParams {
  const query = new URLSearchParams();
  appendFields(query, '', message, json);
  return query;
}

function appendFields(query: URLSearchParams, prefix: string, message: DescMessage, json: JsonObject): void {
  for (const [name, value] of Object.entries(json)) {
    const field = message.fields.find((one) => one.name === name);
    if (field) append(query, prefix + name, field, value);
  }
}

function append(query: URLSearchParams, key: string, field: DescField, value: JsonValue): void {
  if (Array.isArray(value)) for (const item of value) append(query, key, field, item);
  else if (value !== null && typeof value === 'object') {
    if (field.fieldKind === 'message') appendFields(query, `${key}.`, field.message, value);
  } else if (isFieldMask(field)) query.append(key, rewriteMask(String(value), toSnakeCase));
  else query.append(key, String(value));
}

/** Reads a query string into protojson with the types that the message declares. Unknown keys are ignored. */
export function readQuery(message: DescMessage, query: URLSearchParams): JsonObject {
  const json: JsonObject = {};
  for (const key of new Set(query.keys())) place(json, message, key.split('.'), query.getAll(key));
  return json;
}

function place(target: JsonObject, message: DescMessage, path: string[], values: string[]): void {
  const [name = '', ...rest] = path;
  const field = message.fields.find((f) => f.name === name || f.jsonName === name);
  if (!field) return;
  if (field.fieldKind === 'list') target[field.name] = values.map((value) => parse(field, value));
  else if (field.fieldKind === 'message' && rest.length > 0) {
    const inner = (target[field.name] ?? {}) as JsonObject;
    target[field.name] = inner;
    place(inner, field.message, rest, values);
  } else if (rest.length === 0) target[field.name] = parse(field, values.at(-1) ?? '');
}

// A wrapper such as google.protobuf.BoolValue is a bare value in protojson; its type is that of its `value` field.
const wrapper = /^google\.protobuf\.(Bool|Int32|UInt32|Double|Float)Value$/;

function parse(field: DescField, value: string): JsonValue {
  if (isFieldMask(field)) return rewriteMask(value, toCamelCase);
  const inner = field.message && wrapper.test(field.message.typeName) ? field.message.fields[0] : undefined;
  const scalar = inner?.scalar ?? field.scalar;
  if (scalar === ScalarType.BOOL) return value === 'true' ? true : value === 'false' ? false : value;
  if (field.enum) return /^\d+$/.test(value) ? Number(value) : value;
  return value;
}

// grpc-gateway takes the paths of a mask in the query as proto names; protojson writes them in camelCase.
function isFieldMask(field: DescField): boolean {
  return field.message?.typeName === 'google.protobuf.FieldMask';
}

function rewriteMask(mask: string, rename: (path: string) => string): string {
  return mask.split(',').map(rename).join(',');
}

/** `display_name` to `displayName`. */
export function toCamelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
