import type { JsonValue } from '@bufbuild/protobuf';
import { createRestRouter, writeOutput } from '@/lib/scalekit/rest/handler';
import type { Verb } from '@/lib/scalekit/rest/http-rule';
import { services } from '@/lib/scalekit/services';
import type { FindAnswer } from '../described-face';
import { errorBody, httpStatus, invalidArgument, notFound, toConnectError } from '../errors';
import { WireFault } from '../faults';
import { newTraceId } from '../ids';
import type { Pipeline } from '../pipeline';
import { readBody } from './body';
import { breakAnswer } from './break-answer';
import type { NodeRequest, NodeResponse } from './listen';

/** Scalekit's REST face: everything under `/api/`. */
export function createRestFace(pipeline: Pipeline, described: FindAnswer) {
  const route = createRestRouter(Object.values(services).flatMap((service) => service.methods));

  const find: FindAnswer = (verb, path) => {
    const match = route(verb, path);
    if (!match) return described(verb, path);
    const { method, readInput } = match;
    return async ({ query, readJson }, call) =>
      writeOutput(method, await pipeline(method, () => readInput(query, readJson()), call));
  };

  async function answer(request: NodeRequest, traceId: string): Promise<string> {
    const [path = '', search = ''] = (request.url ?? '').split('?', 2);
    const verb = request.method as Verb;
    const run = find(verb, path);
    if (!run) throw notFound(`${verb} ${path}`);
    const body = await readBody(request);
    const authorization = request.headers.authorization ?? null;
    const ask = { query: new URLSearchParams(search), readJson: () => parseJson(body) };
    const agent = request.headers['user-agent'];
    return run(ask, { transport: 'rest', verb, path, traceId, authorization, agent });
  }

  return async (request: NodeRequest, response: NodeResponse): Promise<void> => {
    const traceId = newTraceId();
    try {
      send(response, 200, await answer(request, traceId), traceId);
    } catch (cause) {
      if (cause instanceof WireFault) return breakAnswer(cause, request, response);
      const error = toConnectError(cause);
      for (const [name, value] of error.metadata) response.setHeader(name, value);
      send(response, httpStatus(error.code), JSON.stringify(errorBody(error)), traceId);
    }
  };
}

/** @param body a string and not a buffer: it leaves in one piece with the head */
function send(response: NodeResponse, status: number, body: string, traceId: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-cache, no-store, must-revalidate',
    'content-length': String(Buffer.byteLength(body)),
    'x-trace-id': traceId,
  });
  leaveTogether(() => response.end(body));
}

let leaving: (() => void)[] = [];

// Each write wakes the reader, which costs more than the answer did. What one turn of the loop answers leaves at its end.
function leaveTogether(end: () => void): void {
  if (leaving.push(end) > 1) return;
  setImmediate(() => {
    const ends = leaving;
    leaving = [];
    for (const one of ends) one();
  });
}

function parseJson(body: Buffer): JsonValue | undefined {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw invalidArgument(`proto: syntax error: ${(cause as Error).message}`);
  }
}
