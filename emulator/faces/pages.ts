import type { ConnectError } from '@connectrpc/connect';
import { httpStatus, toConnectError } from '../errors';
import { applyFault, type Faults, WireFault } from '../faults';
import { newTraceId } from '../ids';
import type { Journal, JournalEntry } from '../journal';
import { maskSecrets } from '../mask-secrets';
import { readBody } from './body';
import { breakAnswer } from './break-answer';
import type { NodeRequest, NodeResponse } from './listen';

/** Something that answers some paths: the answer, or null when the path is somebody else's. */
export type Site = {
  handle: (request: Request) => Promise<Response | null>;
  /** What the journal and faults call a path; undefined to keep it out of both. */
  operation: (pathname: string) => string | undefined;
  /** How it says an error that a fault asked for; in the words of OAuth unless told otherwise. */
  refuse?: (error: ConnectError) => Response;
};

type Parts = { origin: () => string; now: () => number; journal: Journal; faults: Faults; sites: Site[] };

/** Everything that is not the API: sign-in, hosted pages, control. */
export function createPagesFace({ origin, now, journal, faults, sites }: Parts) {
  async function answer(request: Request, body: Buffer): Promise<Response> {
    const { pathname } = new URL(request.url);
    for (const site of sites) {
      const operation = site.operation(pathname);
      const response = operation ? await observe(operation, request, body, site) : await site.handle(request);
      if (response) return response;
    }
    return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain' } });
  }

  async function observe(
    operation: string,
    request: Request,
    body: Buffer,
    site: Site,
  ): Promise<Response | null> {
    const entry = journal.add(newEntry(operation, request, body, now()));
    try {
      const fault = faults.take(operation);
      await applyFault(fault, 'before');
      const response = await site.handle(request);
      await applyFault(fault, 'after');
      entry.status = response?.status ?? 404;
      return response;
    } catch (cause) {
      if (cause instanceof WireFault) throw cause;
      const error = toConnectError(cause);
      entry.status = httpStatus(error.code);
      if (!site.refuse) throw error;
      return site.refuse(error);
    }
  }

  return async (request: NodeRequest, response: NodeResponse): Promise<void> => {
    try {
      const body = await readBody(request);
      await send(response, await answer(toWebRequest(request, origin(), body), body));
    } catch (cause) {
      if (cause instanceof WireFault) return breakAnswer(cause, request, response);
      const error = toConnectError(cause);
      const json = { error: 'server_error', error_description: error.rawMessage };
      await send(response, Response.json(json, { status: httpStatus(error.code) }));
    }
  };
}

// The path is the operation's: the real one may hold a secret.
function newEntry(operation: string, request: Request, body: Buffer, now: number): JournalEntry {
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  const form = isForm ? Object.fromEntries(new URLSearchParams(body.toString('utf8'))) : null;
  return {
    at: new Date(now).toISOString(),
    transport: 'page',
    operation,
    verb: request.method,
    path: `/${operation}`,
    status: null,
    traceId: newTraceId(),
    request: maskSecrets(form),
    clientId: form?.client_id ?? null,
    agent: request.headers.get('user-agent') ?? '',
  };
}

function toWebRequest(request: NodeRequest, origin: string, body: Buffer): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (!name.startsWith(':') && value !== undefined) headers.set(name, [value].flat().join(', '));
  }
  const { method = 'GET', url = '/' } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(origin + (url.startsWith('/') ? url : '/'), {
    method,
    headers,
    body: hasBody ? new Uint8Array(body) : null,
  });
}

async function send(response: NodeResponse, answer: Response): Promise<void> {
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie') response.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.statusCode = answer.status;
  response.end(Buffer.from(await answer.arrayBuffer()));
}
