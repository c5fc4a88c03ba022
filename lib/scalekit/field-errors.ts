import 'server-only';
import type { FieldErrors } from '@/lib/errors';
import { quote, type Violation } from './error-body';
import { toCamelCase } from './rest/query-string';
import type { SendMethod } from './rest/transport';

type InputShape = SendMethod['input'];

/** Violations as a form takes them: `fields` keyed by form path, `rest` those that name no field. */
export type PlacedViolations = { fields: FieldErrors; rest: string[] };

/**
 * Turns violations with protovalidate paths into form paths, the first one of each field:
 * `organization.display_name` becomes `displayName`, `token.custom_claims["plan"]` becomes `customClaims.plan`.
 */
export function placeViolations(violations: Violation[], input: InputShape): PlacedViolations {
  const fields: FieldErrors = {};
  const rest: string[] = [];
  for (const { field, description } of violations) {
    const sentence = quote(description) || 'Scalekit does not accept this value.';
    const path = formPath(field, input);
    if (path === '') rest.push(sentence);
    else fields[path] ??= sentence;
  }
  return { fields, rest };
}

/** A form's path for a protovalidate path, without the message that the request wraps its fields in. */
export function formPath(field: string, input: InputShape): string {
  const segments = splitPath(field);
  const wrapped = segments.length > 1 && isWrapper(segments[0]?.name, input);
  return segments
    .slice(wrapped ? 1 : 0)
    .map(({ name, isKey }) => (isKey ? name : toCamelCase(name)))
    .join('.');
}

// `a_b["k"].c[0]` is the names a_b and c, and the keys k and 0.
function splitPath(field: string): { name: string; isKey: boolean }[] {
  const parts = field.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[([^\]]*)\]|([^.[\]]+)/g);
  return [...parts].map(([, quoted, bare, name]) =>
    name === undefined
      ? { name: quoted?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '', isKey: true }
      : { name, isKey: false },
  );
}

function isWrapper(name: string | undefined, input: InputShape): boolean {
  return input.fields.some((field) => field.fieldKind === 'message' && field.name === name);
}
