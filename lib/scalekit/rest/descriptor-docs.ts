import type { DescField, DescMethod } from '@bufbuild/protobuf';
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';

// Options that the SDK's descriptors carry without their definition, so they stay undecoded among the unknown fields.
const openapiOption = 1042;
const behaviorOption = 1052;
const visibilityOption = 72295727;

type Options = { $unknown?: { no: number; data: Uint8Array }[] } | undefined;

/** What the descriptors say in words. Empty where they say nothing. */
export type OperationDocs = { summary: string; description: string; preview: boolean };

/** Summary and description of an operation; `preview`: not part of the published documentation. */
export function readOperationDocs({ proto: { options } }: DescMethod): OperationDocs {
  const texts = readTexts(options, openapiOption);
  return { summary: texts.get(2) ?? '', description: texts.get(3) ?? '', preview: isPreview(options) };
}

/** What the descriptors say of a field. */
export type FieldDocs = { description: string; required: boolean; preview: boolean };

export function readFieldDocs({ proto: { options } }: DescField): FieldDocs {
  const texts = readTexts(options, openapiOption);
  const behavior = (options as Options)?.$unknown?.find(({ no }) => no === behaviorOption);
  // google.api.field_behavior: REQUIRED is 2, alone or in a packed list.
  const required = behavior ? [...behavior.data].includes(2) : false;
  return { description: texts.get(6) ?? texts.get(5) ?? '', required, preview: isPreview(options) };
}

function isPreview(options: Options): boolean {
  return options?.$unknown?.some(({ no }) => no === visibilityOption) ?? false;
}

/** The text fields of an embedded message, by number. */
function readTexts(options: Options, extension: number): Map<number, string> {
  const texts = new Map<number, string>();
  const option = options?.$unknown?.find(({ no }) => no === extension);
  if (!option) return texts;
  const reader = new BinaryReader(option.data);
  const end = reader.uint32() + reader.pos;
  while (reader.pos < end) {
    const [field, wireType] = reader.tag();
    if (wireType === WireType.LengthDelimited) texts.set(field, new TextDecoder().decode(reader.bytes()));
    else reader.skip(wireType);
  }
  return texts;
}
