import type { JsonObject, JsonValue } from '@bufbuild/protobuf';
import { type Binding, compileBinding, fillPath, type RestRequest } from './binding';
import {
  type DescribedInput,
  type DescribedOperation,
  type DescribedOutput,
  describedOperations,
} from './described-operations';
import { type RestResponse, type Send, type SendMethod, type SendOptions, ShapeError } from './transport';

type Table = typeof describedOperations;
type CallOptions = Pick<SendOptions, 'signal' | 'timeoutMs'>;

/** Typed functions for the operations without descriptors: `mcp.createConfig({ config })`. */
export type DescribedClients = {
  readonly [G in keyof Table]: {
    readonly [N in keyof Table[G]]: Table[G][N] extends DescribedOperation
      ? (input: DescribedInput<Table[G][N]>, options?: CallOptions) => Promise<DescribedOutput<Table[G][N]>>
      : never;
  };
};

/** The clients of the described operations, over the same `send` as every other: one budget, token and error mapper. */
export function createDescribedClients(send: Send): DescribedClients {
  const groups = Object.entries(describedOperations).map(([group, operations]) => {
    const calls = Object.entries<DescribedOperation>(operations).map(([name, operation]) => {
      const binding = compileBinding(operation);
      const method = sendMethod(group, name, operation);
      const call = async (input: JsonObject, options: CallOptions = {}) =>
        readAnswer(operation, await send(encodeDescribed(binding, input), { ...options, method }));
      return [name, call] as const;
    });
    return [group, Object.fromEntries(calls)] as const;
  });
  // Built by name, which loses the pairs that the table's types hold.
  return Object.fromEntries(groups) as unknown as DescribedClients;
}

/**
 * The wire request of a described operation; exported for the golden request lines.
 * @throws TypeError when a field of the path is empty
 */
export function encodeDescribed(binding: Binding, input: JsonObject): RestRequest {
  const rest = { ...input };
  const path = fillPath(binding.segments, rest);
  if (path === undefined) throw new TypeError(`A path field of ${binding.path} is empty`);
  if (binding.body === '*') return { verb: binding.verb, path, query: new URLSearchParams(), body: rest };
  const { [binding.body]: body, ...fields } = rest;
  const query = new URLSearchParams();
  appendFields(query, '', fields);
  return { verb: binding.verb, path, query, body: binding.body === '' ? undefined : (body ?? {}) };
}

// Names as a descriptor has them, so that errors and logs read alike: `McpService.CreateConfig`.
function sendMethod(group: string, name: string, { body }: DescribedOperation): SendMethod {
  const fields = body !== '' && body !== '*' ? [{ fieldKind: 'message', name: body }] : [];
  return { name: capitalize(name), parent: { name: `${capitalize(group)}Service` }, input: { fields } };
}

function readAnswer({ output }: DescribedOperation, { json, unreadable }: RestResponse): unknown {
  const result = output.safeParse(json);
  if (result.success) return result.data;
  const error = new ShapeError('The answer does not fit what is documented', { cause: result.error });
  throw unreadable?.(error) ?? error;
}

function appendFields(query: URLSearchParams, prefix: string, fields: JsonObject): void {
  for (const [name, value] of Object.entries(fields)) appendValue(query, prefix + name, value);
}

function appendValue(query: URLSearchParams, key: string, value: JsonValue | undefined): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) for (const item of value) appendValue(query, key, item);
  else if (typeof value === 'object') appendFields(query, `${key}.`, value);
  else query.append(key, String(value));
}

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
