import { type Schema as JsonSchema, Validator } from '@cfworker/json-schema';
import type { FieldErrors } from '@/lib/errors';
import type { Schema } from '@/lib/features/tools/schema';

// These report again what one of their parts has already said.
const echoes = new Set([
  'properties',
  'items',
  'prefixItems',
  'allOf',
  '$ref',
  'dependentSchemas',
  'if',
  'then',
]);

/**
 * What is wrong with a tool's input, keyed `params.<path>`. It interprets the schema: the page's security policy lets no
 * code be made from text. The server checks again.
 */
export function checkParams(schema: Schema, params: unknown): FieldErrors {
  const problems: FieldErrors = {};
  for (const { keyword, instanceLocation, error } of errorsOf(schema, params)) {
    if (echoes.has(keyword)) continue;
    const path = instanceLocation.split('/').slice(1).map(readPointer);
    const missing = keyword === 'required' ? /"(.+)"/.exec(error)?.[1] : undefined;
    const key = ['params', ...path, ...(missing ? [missing] : [])].join('.');
    problems[key] ??= missing ? 'The tool needs this.' : error;
  }
  return problems;
}

/** True when it fits; a schema that cannot be read fits anything, and the server judges. */
export function fits(schema: Schema, value: unknown): boolean {
  return errorsOf(schema, value, true).length === 0;
}

function errorsOf(schema: Schema, value: unknown, first = false) {
  try {
    // Fields that were emptied are `undefined`, which JSON does not know.
    const plain: unknown = value === undefined ? undefined : JSON.parse(JSON.stringify(value));
    if (plain === undefined) return [];
    return new Validator(schema as JsonSchema, '2020-12', first).validate(plain).errors;
  } catch {
    return [];
  }
}

// A JSON pointer in a URL fragment.
function readPointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}
