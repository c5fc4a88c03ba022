/**
 * Writes openapi-facts.data.json: what Scalekit's published OpenAPI document says about each operation's wire.
 *
 *   npx tsx tests/contract/make-openapi-facts.ts path/to/scalekit-openapi.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Schema = {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
};
type Parameter = { name: string; in: string };
type Operation = {
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: { content?: { 'application/json'?: { schema?: Schema } } };
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

/** The wire of one operation. `body`: null for none, else dotted property names; `[]` marks a list. */
export type OpenapiFact = {
  verb: string;
  path: string;
  query: string[];
  body: string[] | null;
};

function collectFacts(document: Document): OpenapiFact[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation.operationId)
      .map(([verb, operation]) => {
        const parameters = operation.parameters ?? [];
        const schema = operation.requestBody?.content?.['application/json']?.schema;
        return {
          verb: verb.toUpperCase(),
          path,
          query: parameters.filter((one) => one.in === 'query').map((one) => one.name),
          body: schema ? propertyNames(document, schema, '', 0) : null,
        };
      }),
  );
}

const maximumDepth = 3;

function propertyNames(document: Document, schema: Schema, prefix: string, depth: number): string[] {
  const resolved = resolve(document, schema);
  if (resolved.items) return propertyNames(document, resolved.items, `${prefix}[]`, depth);
  const parts = [resolved, ...(resolved.allOf ?? []).map((part) => resolve(document, part))];
  return parts.flatMap((part) =>
    Object.entries(part.properties ?? {}).flatMap(([name, inner]) => {
      const key = prefix ? `${prefix}.${name}` : name;
      return [key, ...(depth < maximumDepth ? propertyNames(document, inner, key, depth + 1) : [])];
    }),
  );
}

function resolve(document: Document, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name ? { ...(document.components.schemas[name] ?? {}), ...schema, $ref: undefined } : schema;
}

const [source] = process.argv.slice(2);
if (!source) throw new Error('Say where the OpenAPI document is.');
const facts = collectFacts(JSON.parse(readFileSync(source, 'utf8')));
const lines = facts.map((fact) => `  ${JSON.stringify(fact)}`).join(',\n');
const target = fileURLToPath(new URL('./openapi-facts.data.json', import.meta.url));
writeFileSync(target, `[\n${lines}\n]\n`);
console.log(`${facts.length} operations`);
