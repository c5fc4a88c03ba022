/**
 * Writes openapi-answers.data.json: the schemas of what Scalekit's published OpenAPI document says is answered, without
 * words for people.
 *
 *   npx tsx tests/contract/make-openapi-answers.ts path/to/scalekit-openapi.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Schema = { [key: string]: Json };
type Document = {
  paths: Record<string, Record<string, { operationId?: string; responses?: Record<string, Answer> }>>;
  components: { schemas: Record<string, Schema> };
};
type Answer = { content?: { 'application/json'?: { schema?: Schema } } };

/** `answers`: by route, the name of a schema or null for an empty object. */
export type OpenapiAnswers = { answers: Record<string, string | null>; schemas: Record<string, Schema> };

const kept = [
  'type',
  'format',
  'enum',
  'items',
  'properties',
  'required',
  'additionalProperties',
  '$ref',
  'allOf',
];

function collect({ paths, components }: Document): OpenapiAnswers {
  const answers: OpenapiAnswers['answers'] = {};
  for (const [path, operations] of Object.entries(paths)) {
    for (const [verb, { operationId, responses = {} }] of Object.entries(operations)) {
      if (!operationId) continue;
      const good = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
      const reference = good?.content?.['application/json']?.schema?.$ref;
      answers[`${verb.toUpperCase()} ${path.replace('/api/v1', '')}`] = nameOf(reference) ?? null;
    }
  }
  const schemas: OpenapiAnswers['schemas'] = {};
  const queue = Object.values(answers).filter((name) => name !== null);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (schemas[name]) continue;
    const schema = components.schemas[name];
    if (!schema) throw new Error(`The document has no schema ${name}`);
    schemas[name] = strip(schema, (found) => queue.push(found)) as Schema;
  }
  return { answers, schemas };
}

function nameOf(reference: Json | undefined): string | undefined {
  return typeof reference === 'string' ? reference.split('/').at(-1) : undefined;
}

/** The schema without descriptions and examples; `found` hears of every schema that it refers to. */
function strip(schema: Json, found: (name: string) => void): Json {
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return schema;
  const name = nameOf(schema.$ref);
  if (name) {
    found(name);
    return { $ref: name };
  }
  const result: Schema = {};
  for (const key of kept) {
    const value = schema[key];
    if (value === undefined) continue;
    if (key === 'properties')
      result[key] = Object.fromEntries(
        Object.entries(value as Schema).map(([property, inner]) => [property, strip(inner, found)]),
      );
    else if (key === 'allOf') result[key] = (value as Json[]).map((part) => strip(part, found));
    else result[key] = key === 'items' || key === 'additionalProperties' ? strip(value, found) : value;
  }
  return result;
}

const [source] = process.argv.slice(2);
if (!source) throw new Error('Say where the OpenAPI document is.');
const { answers, schemas } = collect(JSON.parse(readFileSync(source, 'utf8')));
const lines = (entries: object) =>
  Object.entries(entries)
    .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n');
const target = fileURLToPath(new URL('./openapi-answers.data.json', import.meta.url));
writeFileSync(
  target,
  `{\n  "answers": {\n${lines(answers)}\n  },\n  "schemas": {\n${lines(schemas)}\n  }\n}\n`,
);
console.log(`${Object.keys(answers).length} operations, ${Object.keys(schemas).length} schemas`);
