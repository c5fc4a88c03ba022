import {
  type DescField,
  type DescMessage,
  type JsonObject,
  type JsonValue,
  ScalarType,
} from '@bufbuild/protobuf';

/** Writes protojson as a query string: nested messages dotted, lists by repeating the key. */
export function writeQuery(json: JsonObject): URLSearchParams {
  const query = new URLSearchParams();
  append(query, '', json);
  return query;
}

function append(query: URLSearchParams, key: string, value: JsonValue): void {
  if (value === null) return;
  if (Array.isArray(value)) for (const item of value) append(query, key, item);
  else if (typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) append(query, key ? `${key}.${name}` : name, inner);
  } else query.append(key, String(value));
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
    place(objectAt(target, field.name), field.message, rest, values);
  } else if (field.fieldKind === 'map' && rest.length > 0) {
    objectAt(target, field.name)[rest.join('.')] = values[0] ?? '';
  } else target[field.name] = parse(field, values.at(-1) ?? '');
}

function objectAt(target: JsonObject, name: string): JsonObject {
  target[name] ??= {};
  return target[name] as JsonObject;
}

// A wrapper such as google.protobuf.BoolValue is a bare value in protojson; its type is that of its `value` field.
const wrapper = /^google\.protobuf\.(Bool|Int32|UInt32|Double|Float)Value$/;

function parse(field: DescField, value: string): JsonValue {
  const inner = field.message && wrapper.test(field.message.typeName) ? field.message.fields[0] : undefined;
  const scalar = inner?.scalar ?? field.scalar;
  if (scalar === ScalarType.BOOL) return value === 'true' ? true : value === 'false' ? false : value;
  if (field.enum) return /^\d+$/.test(value) ? Number(value) : value;
  return value;
}
