import {
  create,
  type DescField,
  type DescMessage,
  type Message,
  type MessageInitShape,
  ScalarType,
} from '@bufbuild/protobuf';

/**
 * A message with every field set to something other than its default.
 * @param prefer proto names of the oneof members to set; the earlier name wins, else the first member
 */
export function sampleMessage<D extends DescMessage>(desc: D, prefer: string[] = []): Message {
  return create(desc, sampleInit(desc, prefer, 0) as MessageInitShape<D>);
}

const wellKnown: Record<string, unknown> = {
  'google.protobuf.Timestamp': { seconds: 1_767_225_600n, nanos: 120_000_000 },
  'google.protobuf.Duration': { seconds: 90n, nanos: 0 },
  'google.protobuf.FieldMask': { paths: ['display_name', 'logo_url'] },
  'google.protobuf.Struct': { plan: 'gold', seats: 3, nested: { on: true } },
  'google.protobuf.Value': { kind: { case: 'stringValue', value: 'text' } },
  'google.protobuf.ListValue': { values: [{ kind: { case: 'numberValue', value: 2 } }] },
};

// Deep enough to reach every nested message of the contract once.
const maximumDepth = 4;

function sampleInit(desc: DescMessage, prefer: string[], depth: number): object {
  const known = wellKnown[desc.typeName];
  if (known) return known as object;
  const init: Record<string, unknown> = {};
  for (const field of desc.fields) {
    if (!field.oneof) {
      const value = sampleField(field, prefer, depth);
      if (value !== undefined) init[field.localName] = value;
      continue;
    }
    const members = field.oneof.fields;
    const wanted = prefer.flatMap((name) => members.find((member) => member.name === name) ?? []);
    const chosen = wanted[0] ?? members[0];
    if (chosen !== field) continue;
    init[field.oneof.localName] = { case: field.localName, value: sampleField(field, prefer, depth) };
  }
  return init;
}

function sampleField(field: DescField, prefer: string[], depth: number): unknown {
  if (field.fieldKind === 'map') {
    return field.mapKind === 'scalar' ? { first_key: sampleScalar(field.scalar, 'value') } : undefined;
  }
  if (field.fieldKind === 'list') {
    const item = sampleItem(field, prefer, depth);
    return item === undefined ? undefined : [item];
  }
  return sampleItem(field, prefer, depth);
}

function sampleItem(field: DescField, prefer: string[], depth: number): unknown {
  if (field.enum) return field.enum.values.find((value) => value.number !== 0)?.number;
  if (field.scalar !== undefined) return sampleScalar(field.scalar, field.name);
  if (!field.message) return undefined;
  // A wrapper's field holds the bare value.
  if (/^google\.protobuf\.\w+Value$/.test(field.message.typeName) && field.message.fields.length === 1) {
    const [inner] = field.message.fields;
    if (inner?.name === 'value' && inner.scalar !== undefined) return sampleScalar(inner.scalar, field.name);
  }
  if (depth >= maximumDepth) return undefined;
  return sampleInit(field.message, prefer, depth + 1);
}

function sampleScalar(scalar: ScalarType, name: string): unknown {
  switch (scalar) {
    case ScalarType.STRING:
      // Characters that a path, a query and JSON each treat in their own way.
      return `${name} a/b?c=d&e+ü%20"`;
    case ScalarType.BOOL:
      return true;
    case ScalarType.BYTES:
      return new Uint8Array([1, 251, 255]);
    case ScalarType.INT64:
    case ScalarType.UINT64:
    case ScalarType.SINT64:
    case ScalarType.FIXED64:
    case ScalarType.SFIXED64:
      return 9_007_199_254_740_993n;
    case ScalarType.DOUBLE:
    case ScalarType.FLOAT:
      return 1.5;
    default:
      return 7;
  }
}
