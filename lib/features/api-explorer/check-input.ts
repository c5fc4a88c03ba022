import 'server-only';
import {
  type DescMessage,
  fromJson,
  type JsonObject,
  type JsonValue,
  type Message,
  toJson,
} from '@bufbuild/protobuf';
import { pathToString } from '@bufbuild/protobuf/reflect';
import { createValidator } from '@bufbuild/protovalidate';
import { AppError, type FieldErrors } from '@/lib/errors';
import { logger } from '@/lib/logger';
import type { DescribedOperation } from '@/lib/scalekit/rest/described-operations';

type Params = Record<string, unknown>;

const validator = createValidator();

/**
 * An input as the wire takes it, held against the contract's types and its own rules.
 * @throws AppError invalid, in sentences beside `params.<path>`
 */
export function checkMessage(schema: DescMessage, params: Params): JsonObject {
  const { message, json } = readTyped(schema, params);
  const problems = brokenRules(schema, message);
  if (Object.keys(problems).length > 0) throw invalid(problems);
  return json;
}

/** The types alone: the message, and its JSON in the names of the wire. @throws AppError invalid */
export function readTyped(schema: DescMessage, params: Params): { message: Message; json: JsonObject } {
  const given = JSON.parse(JSON.stringify(params)) as JsonObject;
  const message = readMessage(schema, given);
  const written = toJson(schema, message, { useProtoFieldName: true }) as JsonObject;
  return { message, json: keepEmpties(schema, given, written) };
}

/** The same for an operation without descriptors. @throws AppError invalid */
export function checkDescribed({ input }: DescribedOperation, params: Params): JsonObject {
  const json = JSON.parse(JSON.stringify(params)) as JsonObject;
  const result = input.strict().safeParse(json);
  if (result.success) return json;
  const problems: FieldErrors = {};
  for (const { path, message } of result.error.issues) {
    problems[['params', ...path.map(String)].join('.')] ??= `${message}.`;
  }
  throw invalid(problems);
}

function readMessage(schema: DescMessage, json: JsonObject): Message {
  try {
    return fromJson(schema, json);
  } catch (error) {
    throw invalid({ params: wordsFor(error) });
  }
}

// The library's message ends with the value itself, which may be a secret: only names are taken from it.
function wordsFor(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  const unknown = /key "([\w.-]{1,80})" is unknown/.exec(text)?.[1];
  if (unknown) return `The API knows no field ${unknown} there.`;
  if (/oneof/.test(text)) return 'Two fields are set of which only one may be.';
  const field = /field ([\w.]{1,200}) from JSON/.exec(text)?.[1]?.split('.').at(-1);
  return field
    ? `The value of ${field} is not of the kind that the API takes.`
    : 'The API takes no such input.';
}

function brokenRules(schema: DescMessage, message: Message): FieldErrors {
  const result = validator.validate(schema, message);
  if (result.kind === 'error')
    logger.debug({ err: result.error }, 'A rule of the contract cannot be evaluated');
  if (result.kind !== 'invalid') return {};
  const problems: FieldErrors = {};
  for (const { field, message: said } of result.violations) {
    problems[formPath(pathToString(field))] ??= sentence(said);
  }
  return problems;
}

// `organization.metadata["plan"]` is the form's `params.organization.metadata.plan`.
function formPath(path: string): string {
  const dotted = path.replaceAll(/\[(?:"([^"]*)"|([^\]]*))\]/g, (_, key, index) => `.${key ?? index}`);
  return dotted === '' ? 'params' : `params.${dotted}`;
}

function sentence(said: string): string {
  const text = said === '' ? 'This value is not accepted' : said;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

/** proto3 JSON drops empty values; whoever writes one in the JSON means it. */
function keepEmpties(schema: DescMessage, given: JsonObject, written: JsonObject): JsonObject {
  const kept: JsonObject = { ...written };
  for (const field of schema.fields) {
    const value: JsonValue | undefined = given[field.name] ?? given[field.jsonName];
    if (value === undefined || value === null) continue;
    const before = kept[field.name];
    if (before === undefined) kept[field.name] = value;
    else if (field.fieldKind === 'message' && isObject(value) && isObject(before)) {
      kept[field.name] = keepEmpties(field.message, value, before);
    }
  }
  return kept;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(fieldErrors: FieldErrors): AppError {
  return new AppError('invalid', 'The input does not fit the contract: nothing was sent.', { fieldErrors });
}
