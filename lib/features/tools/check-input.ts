import 'server-only';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FieldErrors } from '@/lib/errors';
import { logger } from '@/lib/logger';
import type { Schema } from './schema';

/** A schema larger than this is not compiled: it comes from whoever wrote the tool. */
const largestSchema = 200_000;

/**
 * What is wrong with a tool's input by its own schema, keyed `params.<path>`; empty when nothing is. A schema that cannot be
 * compiled is left to Scalekit, which judges the input in any case.
 */
export function checkInput(schema: Schema | null, params: Record<string, unknown>): FieldErrors {
  const validate = schema && compile(schema);
  if (!validate || validate(params)) return {};
  const problems: FieldErrors = {};
  for (const error of validate.errors ?? []) problems[pathOf(error)] ??= sentence(error);
  return problems;
}

function compile({ $schema: _, ...schema }: Schema) {
  if (JSON.stringify(schema).length > largestSchema) return null;
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv, { mode: 'fast' });
  // A hostile regular expression could hold the server; the browser and Scalekit check patterns.
  ajv.removeKeyword('pattern');
  ajv.removeKeyword('patternProperties');
  try {
    return ajv.compile(schema);
  } catch (err) {
    logger.debug({ err }, 'The input schema of a tool does not compile');
    return null;
  }
}

function pathOf({ instancePath, keyword, params }: ErrorObject): string {
  const path = instancePath.split('/').slice(1).map(readPointer);
  if (keyword === 'required') path.push(String(params.missingProperty));
  if (keyword === 'additionalProperties') path.push(String(params.additionalProperty));
  return ['params', ...path].join('.');
}

// A JSON pointer's own.
function readPointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function sentence({ keyword, message = 'does not fit the schema' }: ErrorObject): string {
  if (keyword === 'required') return 'The tool needs this.';
  return keyword === 'additionalProperties' ? 'The tool does not know this.' : `It ${message}.`;
}
