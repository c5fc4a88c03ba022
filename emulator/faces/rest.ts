import type { JsonValue } from '@bufbuild/protobuf';
import { createRestRouter, writeOutput } from '@/lib/scalekit/rest/handler';
import type { Verb } from '@/lib/scalekit/rest/http-rule';
import { services } from '@/lib/scalekit/services';
import { errorBody, httpStatus, invalidArgument, notFound, toConnectError } from '../errors';
import { WireFault } from '../faults';
import { newTraceId } from '../ids';
import type { Pipeline } from '../pipeline';
import { readBody } from './body';
import { breakAnswer } from './break-answer';
import type { NodeRequest, NodeResponse } from './listen';

/** Scalekit's REST face: everything under `/api/`. */
export function createRestFace(pipeline: Pipeline) {
  const route = createRestRouter(Object.values(services).flatMap((service) => service.methods));

  async function answer(request: NodeRequest, traceId: string): Promise<JsonValue> {
    const [path = '', search = ''] = (request.url ?? '').split('?', 2);
    const verb = request.method as Verb;
    const match = route(verb, path);
    if (!match) throw notFound(`${verb} ${path}`);
    const body = await readBody(request);
    const readInput = () => match.readInput(new URLSearchParams(search), parseJson(body));
    const authorization = request.headers.authorization ?? null;
    const call = { transport: 'rest', verb, path, traceId, authorization } as const;
    return writeOutput(match.method, await pipeline(match.method, readInput, call));
  }

  return async (request: NodeRequest, response: NodeResponse): Promise<void> => {
    const traceId = newTraceId();
    try {
      send(response, 200, await answer(request, traceId), traceId);
    } catch (cause) {
      if (cause instanceof WireFault) return breakAnswer(cause, request, response);
      const error = toConnectError(cause);
      for (const [name, value] of error.metadata) response.setHeader(name, value);
      send(response, httpStatus(error.code), errorBody(error), traceId);
    }
  };
}

function send(response: NodeResponse, status: number, json: JsonValue, traceId: string): void {
  const body = Buffer.from(JSON.stringify(json));
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-cache, no-store, must-revalidate',
    'content-length': String(body.length),
    'x-trace-id': traceId,
  });
  response.end(body);
}

function parseJson(body: Buffer): JsonValue | undefined {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw invalidArgument(`proto: syntax error: ${(cause as Error).message}`);
  }
}
