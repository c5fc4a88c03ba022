import { type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';
import { z } from 'zod';
import { readFieldDocs } from './descriptor-docs';
import type { Operation } from './operations';

/** A JSON Schema, as the form library takes it. */
export type JsonSchema = Record<string, unknown>;

/** What an operation takes, in the names of the wire. Messages stand once, under `$defs`. */
export function inputSchema({ contract, routes }: Operation): JsonSchema {
  const inPath = [...(routes[0]?.path ?? '').matchAll(/\{([^}]+)\}/g)].map(([, field = '']) => field);
  if (contract.kind === 'described') {
    const { $schema: _, ...schema } = z.toJSONSchema(contract.operation.input, {
      io: 'input',
      unrepresentable: 'any',
    });
    return schema;
  }
  const defs: JsonSchema = {};
  const root = objectSchema(contract.method.input, defs);
  const { properties, required = [] } = root as {
    properties: Record<string, JsonSchema>;
    required?: string[];
  };
  // What the body is made of stands open; groups within it, and beside it, are folded.
  const body = properties[routes[0]?.body ?? ''];
  if (body) body['x-fold'] = false;
  return { ...root, required: [...new Set([...inPath, ...required])], $defs: defs };
}

function objectSchema(message: DescMessage, defs: JsonSchema): JsonSchema {
  const properties: JsonSchema = {};
  const required: string[] = [];
  for (const field of message.fields) {
    const docs = readFieldDocs(field);
    // Alternatives cannot be required one by one.
    if (docs.required && !field.oneof) required.push(field.name);
    const notes = [sentence(docs.description), alternatives(field), docs.preview ? 'Preview.' : ''];
    const description = notes.filter(Boolean).join(' ');
    properties[field.name] = {
      ...fieldSchema(field, defs),
      title: field.name,
      ...(description && { description }),
    };
  }
  return {
    type: 'object',
    additionalProperties: false,
    properties,
    ...(required.length > 0 && { required }),
  };
}

// Other words follow it.
function sentence(text: string): string {
  const words = text.trim();
  return words === '' || /[.!?]$/.test(words) ? words : `${words}.`;
}

function alternatives({ name, oneof }: DescField): string {
  if (!oneof) return '';
  const others = oneof.fields.filter((field) => field.name !== name).map((field) => field.name);
  return others.length === 0 ? '' : `Instead of ${others.join(' or ')}.`;
}

function fieldSchema(field: DescField, defs: JsonSchema): JsonSchema {
  switch (field.fieldKind) {
    case 'list':
      return { type: 'array', items: { ...valueSchema(field, defs), 'x-fold': false } };
    case 'map':
      return { type: 'object', additionalProperties: valueSchema(field, defs) };
    default:
      return valueSchema(field, defs);
  }
}

function valueSchema({ scalar, enum: enumeration, message }: DescField, defs: JsonSchema): JsonSchema {
  if (enumeration) return { type: 'string', enum: enumeration.values.map(({ name }) => name) };
  if (message) return messageSchema(message, defs);
  return scalarSchema(scalar);
}

const wellKnown: Record<string, JsonSchema> = {
  'google.protobuf.Timestamp': { type: 'string', format: 'date-time' },
  'google.protobuf.Duration': { type: 'string', pattern: '^-?\\d+(\\.\\d+)?s$' },
  'google.protobuf.FieldMask': { type: 'string' },
  // Anything goes: the form has one field of JSON for it.
  'google.protobuf.Struct': { type: 'object', additionalProperties: true, 'x-json': true },
  'google.protobuf.Value': {},
  'google.protobuf.ListValue': { type: 'array', items: {} },
};

function messageSchema(message: DescMessage, defs: JsonSchema): JsonSchema {
  const known = wellKnown[message.typeName];
  if (known) return known;
  const [inner] = message.fields;
  // A wrapper is its bare value.
  if (/^google\.protobuf\.\w+Value$/.test(message.typeName) && inner) return scalarSchema(inner.scalar);
  const name = message.typeName.replace(/^scalekit\.v1\./, '');
  if (!(name in defs)) {
    defs[name] = {};
    defs[name] = { ...objectSchema(message, defs), 'x-fold': true };
  }
  return { $ref: `#/$defs/${name}` };
}

function scalarSchema(scalar: ScalarType | undefined): JsonSchema {
  switch (scalar) {
    case ScalarType.BOOL:
      return { type: 'boolean' };
    case ScalarType.DOUBLE:
    case ScalarType.FLOAT:
      return { type: 'number' };
    case ScalarType.INT32:
    case ScalarType.UINT32:
    case ScalarType.SINT32:
    case ScalarType.FIXED32:
    case ScalarType.SFIXED32:
      return { type: 'integer' };
    case ScalarType.INT64:
    case ScalarType.UINT64:
    case ScalarType.SINT64:
    case ScalarType.FIXED64:
    case ScalarType.SFIXED64:
      // Text, as protobuf's JSON has it: a number of JavaScript does not hold 64 bits.
      return { type: 'string', pattern: '^-?\\d+$' };
    default:
      return { type: 'string' };
  }
}
