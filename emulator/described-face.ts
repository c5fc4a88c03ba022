import type { JsonObject, JsonValue } from '@bufbuild/protobuf';
import type { z } from 'zod';
import { routeDescribed } from '@/lib/scalekit/rest/described-handler';
import type { DescribedOperation, describedOperations } from '@/lib/scalekit/rest/described-operations';
import type { Verb } from '@/lib/scalekit/rest/http-rule';
import { invalidArgument } from './errors';
import type { Call, RunOperation } from './run-operation';

type Table = typeof describedOperations;

/** What answers the operations without descriptors: plain functions from a request to an answer. */
export type DescribedImplementations = {
  [G in keyof Table]: {
    [N in keyof Table[G]]: Table[G][N] extends DescribedOperation
      ? (
          input: z.output<Table[G][N]['input']>,
        ) => z.input<Table[G][N]['output']> | Promise<z.input<Table[G][N]['output']>>
      : never;
  };
};

type Ask = { query: URLSearchParams; readJson: () => JsonValue | undefined };

/** Finds what answers a request, by JSON text; undefined for a route that no operation has. */
export type FindAnswer = (
  verb: Verb,
  path: string,
) => ((ask: Ask, call: Call) => Promise<string>) | undefined;

/** The REST face of the operations without descriptors, through the same steps as all others. */
export function createDescribedFace(
  runOperation: RunOperation,
  implementations: DescribedImplementations,
): FindAnswer {
  return (verb, path) => {
    const match = routeDescribed(verb, path);
    if (!match) return undefined;
    const { name, operation } = match;
    const implementation = findImplementation(implementations, name);
    const steps = {
      name,
      isClientCallable: true,
      toJson: (input: JsonObject) => input,
      check: (input: JsonObject) => void parseInput(operation, input),
      run: async (input: JsonObject) =>
        operation.output.parse(await implementation(parseInput(operation, input))) as JsonValue,
    };
    return async ({ query, readJson }, call) =>
      JSON.stringify(await runOperation(steps, () => match.readInput(query, readJson()), call));
  };
}

function findImplementation(implementations: DescribedImplementations, fullName: string) {
  const [group = '', name = ''] = fullName.split('.');
  // The table has every name, and its types hold the pairs together; a name made at run time loses them.
  const groups = implementations as unknown as Record<string, Record<string, (input: unknown) => unknown>>;
  const implementation = groups[group]?.[name];
  if (!implementation) throw new Error(`${fullName} has no implementation`);
  return implementation;
}

/** @throws ConnectError invalid argument with one violation per broken rule, as the descriptors' rules have it */
function parseInput({ input: schema }: DescribedOperation, input: JsonObject): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const violations = result.error.issues.map(({ path, message, code }) => ({
    field: path.join('.'),
    description: message,
    constraint: code,
  }));
  const text = violations.map(({ field, description }) => `${field}: ${description}`).join('; ');
  throw invalidArgument(`validation error: ${text}`, violations);
}
