import type { JsonObject, JsonValue } from '@bufbuild/protobuf';
import { type Binding, compileBinding, readCaptures } from './binding';
import { type DescribedOperation, describedOperations } from './described-operations';
import type { Verb } from './http-rule';

/** A described operation behind a request. `readInput` gives plain JSON, not yet held against the schema. */
export type DescribedMatch = {
  /** `mcp.createConfig` */
  name: string;
  operation: DescribedOperation;
  readInput: (query: URLSearchParams, body?: JsonValue) => JsonObject;
};

type Route = { name: string; operation: DescribedOperation; binding: Binding };

const routes: Route[] = Object.entries(describedOperations).flatMap(([group, operations]) =>
  Object.entries<DescribedOperation>(operations).map(([name, operation]) => ({
    name: `${group}.${name}`,
    operation,
    binding: compileBinding(operation),
  })),
);
// `/instances/{id}:get_auth_state` before `/instances/{id}`.
routes.sort((a, b) => b.operation.path.length - a.operation.path.length);

/** Finds a described operation by verb and path: the server half of its client. */
export function routeDescribed(verb: Verb, path: string): DescribedMatch | undefined {
  const route = routes.find(({ binding }) => binding.verb === verb && binding.pattern.test(path));
  if (!route) return undefined;
  const { name, operation, binding } = route;
  const readInput = (query: URLSearchParams, body?: JsonValue) => ({
    ...readQueryFields(query),
    ...readBodyFields(binding.body, body),
    ...readCaptures(binding, path),
  });
  return { name, operation, readInput };
}

// `filter.name=x` is the field `name` of `filter`; values stay text, as the schemas expect of a query.
function readQueryFields(query: URLSearchParams): JsonObject {
  const fields: JsonObject = {};
  for (const [key, value] of query) {
    const path = key.split('.');
    const last = path.pop() ?? key;
    let target = fields;
    for (const name of path) {
      const inner = Object.hasOwn(target, name) ? target[name] : undefined;
      target = target[name] = isObject(inner) ? inner : {};
    }
    target[last] = value;
  }
  return fields;
}

function readBodyFields(field: string, body: JsonValue | undefined): JsonObject {
  if (field === '' || body === undefined) return {};
  if (field !== '*') return { [field]: body };
  return isObject(body) ? body : {};
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
