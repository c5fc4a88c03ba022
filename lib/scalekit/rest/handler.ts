import {
  type DescMethod,
  type DescMethodUnary,
  fromJson,
  type JsonObject,
  type JsonValue,
  type Message,
  toJson,
} from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { type Binding, decodeRequest, type RestRequest } from './binding';
import { bindingsOf } from './transport';

/** Runs one operation on a decoded message. */
export type Invoke = (method: DescMethodUnary, input: Message, headers: Headers) => Promise<Message>;

export type RestHandler = (request: RestRequest, headers: Headers) => Promise<RestResult | undefined>;
export type RestResult = { method: DescMethodUnary; input: Message; json: JsonValue };

/** Thrown by the handler with the operation it failed in, so that the caller can journal it. */
export class OperationError extends Error {
  constructor(
    readonly method: DescMethodUnary,
    override readonly cause: unknown,
  ) {
    super(`${method.parent.typeName}/${method.name} failed`, { cause });
  }
}

type Route = { method: DescMethodUnary; binding: Binding };

/**
 * Serves operations over REST: the server half of the binding.
 * Answers undefined for a path it does not know; literal segments win over captured ones.
 */
export function createRestHandler(methods: DescMethod[], invoke: Invoke): RestHandler {
  const routes = methods
    .filter((method): method is DescMethodUnary => method.methodKind === 'unary')
    .flatMap((method) => bindingsOf(method).map((binding): Route => ({ method, binding })))
    .sort((a, b) => specificity(b.binding) - specificity(a.binding));
  return async (request, headers) => {
    for (const { method, binding } of routes) {
      if (binding.verb !== request.verb) continue;
      const json = decodeRequest(binding, method.input, request);
      if (json) return run(method, json, invoke, headers);
    }
    return undefined;
  };
}

async function run(
  method: DescMethodUnary,
  json: JsonObject,
  invoke: Invoke,
  headers: Headers,
): Promise<RestResult> {
  try {
    const input = parse(method, json);
    const output = await invoke(method, input, headers);
    return {
      method,
      input,
      json: toJson(method.output, output, { useProtoFieldName: true, alwaysEmitImplicit: true }),
    };
  } catch (cause) {
    throw new OperationError(method, cause);
  }
}

function parse(method: DescMethodUnary, json: JsonObject): Message {
  try {
    return fromJson(method.input, json, { ignoreUnknownFields: true });
  } catch (cause) {
    throw new ConnectError(`proto: ${(cause as Error).message}`, Code.InvalidArgument);
  }
}

// More literal text is more specific: `/connections/{id}:enable` before `/connections/{id}`.
function specificity(binding: Binding): number {
  const literals = binding.segments.map((segment) => ('literal' in segment ? segment.literal.length : 0));
  return literals.reduce((sum, length) => sum + length, 0);
}
