import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ScalekitEnvironment } from '@/lib/env';

export type StubRequest = {
  verb: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** Tells TCP connections apart. */
  connection: number;
};

export type StubAnswer = (response: ServerResponse, request: StubRequest) => unknown;

/** A real HTTP server in Scalekit's place that answers what a test tells it to, faults included. */
export type StubScalekit = {
  environment: ScalekitEnvironment;
  /** Requests to the API in order of arrival; the ones to `/oauth/token` are in `mints`. */
  requests: StubRequest[];
  mints: StubRequest[];
  /** Answers of the API from now on, one for each request; the last one stays. */
  answer: (...answers: StubAnswer[]) => void;
  answerMint: (...answers: StubAnswer[]) => void;
  stop: () => Promise<void>;
};

/** Answers JSON, with headers if given. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): StubAnswer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** Answers text as it is: a web page, half a JSON document. */
export function text(status: number, body: string, headers: Record<string, string> = {}): StubAnswer {
  return (response) => response.writeHead(status, headers).end(body);
}

/** Never answers. */
export const silence: StubAnswer = () => {};

/** Takes the request and drops the connection. */
export const hangUp: StubAnswer = (response) => response.destroy();

/** Starts the stub on a free port; tokens are `token-1`, `token-2` and so on. */
export async function startStubScalekit(name = 'production'): Promise<StubScalekit> {
  const requests: StubRequest[] = [];
  const mints: StubRequest[] = [];
  const mint: StubAnswer = (response, request) =>
    json(200, { access_token: `token-${mints.length}`, token_type: 'Bearer', expires_in: 86_399 })(
      response,
      request,
    );
  let apiAnswers: StubAnswer[] = [json(200, {})];
  let mintAnswers: StubAnswer[] = [mint];

  const connections = new Map<unknown, number>();
  const server = createServer(async (incoming, response) => {
    connections.set(incoming.socket, connections.get(incoming.socket) ?? connections.size + 1);
    const request = {
      verb: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: await readText(incoming),
      connection: connections.get(incoming.socket) ?? 0,
    };
    const isMint = request.path === '/oauth/token';
    (isMint ? mints : requests).push(request);
    const answers = isMint ? mintAnswers : apiAnswers;
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    await answer?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      name,
      isProduction: true,
      url: `http://127.0.0.1:${port}`,
      clientId: 'stub-client',
      clientSecret: 'stub-client-secret-never-to-be-seen',
    },
    requests,
    mints,
    answer: (...answers) => {
      apiAnswers = answers;
    },
    answerMint: (...answers) => {
      mintAnswers = [...answers, mint];
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function readText(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of incoming) body += chunk;
  return body;
}

/** Scalekit's error body. */
export function errorBody(code: number, message: string, info: Record<string, unknown> = {}) {
  return {
    code,
    message,
    details: [{ '@type': 'type.googleapis.com/scalekit.v1.errdetails.ErrorInfo', ...info }],
  };
}
