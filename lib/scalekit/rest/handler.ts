import {
  type DescField,
  type DescMessage,
  type DescMethod,
  type DescMethodUnary,
  fromJson,
  type JsonObject,
  type JsonValue,
  type Message,
  toJson,
} from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { type Binding, decodeRequest } from './binding';
import type { Verb } from './http-rule';
import { bindingsOf } from './transport';

/** The operation behind a request. `readInput` throws a ConnectError (invalid argument) when it cannot be read. */
export type RestMatch = {
  method: DescMethodUnary;
  readInput: (query: URLSearchParams, body?: JsonValue) => Message;
};

/** Answers undefined for a route that no operation has; literal segments win over captured ones. */
export type RestRouter = (verb: Verb, path: string) => RestMatch | undefined;

type Route = { method: DescMethodUnary; binding: Binding };

/** Finds operations by verb and path: the server half of the binding. */
export function createRestRouter(methods: DescMethod[]): RestRouter {
  const routes = new Map<Verb, Route[]>();
  for (const method of methods.filter(isUnary)) {
    for (const binding of bindingsOf(method)) {
      routes.set(binding.verb, [...(routes.get(binding.verb) ?? []), { method, binding }]);
    }
  }
  for (const list of routes.values()) list.sort((a, b) => specificity(b.binding) - specificity(a.binding));
  return (verb, path) => {
    const route = routes.get(verb)?.find(({ binding }) => binding.pattern.test(path));
    if (!route) return undefined;
    const { binding, method } = route;
    const readInput: RestMatch['readInput'] = (query, body) =>
      parseInput(method, () => decodeRequest(binding, method.input, { verb, path, query, body }));
    return { method, readInput };
  };
}

function isUnary(method: DescMethod): method is DescMethodUnary {
  return method.methodKind === 'unary';
}

function parseInput(method: DescMethodUnary, decode: () => JsonObject | undefined): Message {
  try {
    return fromJson(method.input, decode() ?? {}, { ignoreUnknownFields: true });
  } catch (cause) {
    throw new ConnectError(`proto: ${(cause as Error).message}`, Code.InvalidArgument);
  }
}

/** The JSON text of an answer: proto field names, zero values included. */
export function writeOutput(method: DescMethodUnary, output: Message): string {
  const lists = listsOf(method.output);
  if (lists.length === 0) return JSON.stringify(writeMessage(method.output, output));
  const items = new Map<string, string>();
  const rest: Record<string, unknown> = { ...output };
  for (const { localName, name, message } of lists) {
    const list = (output as unknown as Record<string, Message[]>)[localName] ?? [];
    if (message) items.set(name, `[${list.map((item) => writeItem(message, item)).join()}]`);
    rest[localName] = [];
  }
  const fields = Object.entries(writeMessage(method.output, rest as Message) as JsonObject);
  return `{${fields.map(([name, value]) => `"${name}":${items.get(name) ?? JSON.stringify(value)}`).join()}}`;
}

const lists = new WeakMap<DescMessage, DescField[]>();

function listsOf(schema: DescMessage): DescField[] {
  const known = lists.get(schema);
  if (known) return known;
  const found = schema.fields.filter((field) => field.fieldKind === 'list' && field.listKind === 'message');
  lists.set(schema, found);
  return found;
}

// Lists show the same items over and over. An item that a service hands out again, as the same object, is written once.
const written = new WeakMap<Message, string>();

function writeItem(schema: DescMessage, item: Message): string {
  const known = written.get(item);
  if (known !== undefined) return known;
  const text = JSON.stringify(writeMessage(schema, item));
  written.set(item, text);
  return text;
}

const asWritten = { useProtoFieldName: true, alwaysEmitImplicit: true };

function writeMessage(schema: DescMessage, message: Message): JsonValue {
  return toJson(schema, message, asWritten);
}

// More literal text is more specific: `/connections/{id}:enable` before `/connections/{id}`.
function specificity(binding: Binding): number {
  const literals = binding.segments.map((segment) => ('literal' in segment ? segment.literal.length : 0));
  return literals.reduce((sum, length) => sum + length, 0);
}
