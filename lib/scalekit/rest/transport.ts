import {
  create,
  type DescMessage,
  type DescMethodUnary,
  fromJson,
  type JsonObject,
  type JsonValue,
  type MessageInitShape,
  toJson,
} from '@bufbuild/protobuf';
import {
  Code,
  ConnectError,
  type ContextValues,
  createContextKey,
  type Transport,
} from '@connectrpc/connect';
import { type Binding, compileBinding, encodeRequest, type RestRequest } from './binding';
import { httpRules } from './http-rule';

/** What `send` hands back: a 2xx answer's JSON. Everything else it throws itself. */
export type RestResponse = {
  json: JsonValue;
  headers: Headers;
  status?: number;
  /** Scalekit's trace id where it sent one, else our own. */
  requestId?: string;
  /** Makes the error to throw when the answer does not have the declared shape; a ShapeError by default. */
  unreadable?: (cause: ShapeError) => Error;
};

/** What `send` has to know of an operation; a method descriptor has it, and so have the described ones. */
export type SendMethod = {
  name: string;
  parent: { name: string };
  input: { fields: readonly { fieldKind: string; name: string }[] };
};

export type SendOptions = {
  method: SendMethod;
  signal?: AbortSignal;
  timeoutMs?: number;
  contextValues?: ContextValues;
};

export type Send = (request: RestRequest, options: SendOptions) => Promise<RestResponse>;

/**
 * JSON laid over the body of one call. proto3 JSON drops empty maps and lists,
 * so clearing one (`metadata: {}`) can only be said this way.
 */
export const bodyOverride = createContextKey<JsonObject | undefined>(undefined);

/** Thrown when a 2xx answer does not have the declared shape. */
export class ShapeError extends Error {}

/** A connect Transport that speaks Scalekit's REST face: the console half of the binding. */
export function createRestTransport(send: Send): Transport {
  return {
    async unary(method, signal, timeoutMs, _header, input, contextValues) {
      const request = encodeMethod(method, input);
      const override = contextValues?.get(bodyOverride);
      if (override) request.body = { ...(request.body as JsonObject), ...override };
      const response = await send(request, { method, signal, timeoutMs, contextValues });
      const message = decodeMessage(method.output, response);
      return {
        stream: false,
        service: method.parent,
        method,
        header: response.headers,
        trailer: new Headers(),
        message,
      };
    },
    stream() {
      throw new ConnectError('Scalekit has no streaming operations', Code.Unimplemented);
    },
  };
}

/** The wire request of an operation; exported for the golden request lines. */
export function encodeMethod<I extends DescMessage>(
  method: DescMethodUnary<I>,
  input: MessageInitShape<I>,
): RestRequest {
  const message = create(method.input, input);
  const json = toJson(method.input, message, { useProtoFieldName: true }) as JsonObject;
  return encodeRequest(bindingsOf(method), method.input, json);
}

function decodeMessage<O extends DescMessage>(output: O, { json, unreadable }: RestResponse) {
  try {
    // Unknown fields and enum names come with newer servers: ignored, an enum then reads as its zero value.
    return fromJson(output, json, { ignoreUnknownFields: true });
  } catch (cause) {
    const error = new ShapeError(`The answer does not fit ${output.typeName}`, { cause });
    throw unreadable?.(error) ?? error;
  }
}

const compiled = new WeakMap<object, Binding[]>();

/** The compiled routes of an operation. */
export function bindingsOf(method: DescMethodUnary): Binding[] {
  const known = compiled.get(method);
  if (known) return known;
  const bindings = httpRules(method).map(compileBinding);
  compiled.set(method, bindings);
  return bindings;
}
