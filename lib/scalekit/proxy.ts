import 'server-only';
import { EmptySchema } from '@bufbuild/protobuf/wkt';
import type { ScalekitEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { type Call, newRequestId, userAgent } from './call';
import { withDeadline } from './deadline';
import { quote } from './error-body';
import { AccountError, fromErrorAnswer, httpCodes, requestIdOf, sentences } from './errors';
import { ExchangeError, exchangeText, type TextAnswer } from './exchange';
import { fromAbort, fromExchangeError } from './no-answer';
import { readRefusal } from './proxy-refusal';
import type { Verb } from './rest/http-rule';
import type { SendDeps } from './send';

export type ProxyRequest = {
  verb: Verb;
  /** The path at the provider, from its proxy address on. */
  path: string;
  query: [name: string, value: string][];
  headers: [name: string, value: string][];
  body?: string;
  /** Whose account: the key of the app connection, and the person's identifier. */
  connector: string;
  identifier: string;
  /** Milliseconds for all of it. */
  timeoutMs: number;
  /** How much of the answer's body is read, in bytes. */
  maxBytes: number;
};

export type ProxyAnswer = TextAnswer & { requestId: string };

/** Sends one request, once. The provider's refusals are answers; Scalekit's own are AppErrors. */
export type ScalekitProxy = (request: ProxyRequest) => Promise<ProxyAnswer>;

/** `ANY /proxy/<path>` of an environment, on the same budget and token as every other call. */
export function createProxy(environment: ScalekitEnvironment, deps: SendDeps): ScalekitProxy {
  return async (request) => {
    const { verb, timeoutMs } = request;
    // A GET may write at a provider, and is not repeated either.
    const call = { ...{ operation: 'proxy', verb, reads: false }, requestId: newRequestId() };
    const named: Call = { ...call, environment: environment.name };
    const url = proxyUrl(environment.url, request);
    return withDeadline(timeoutMs, undefined, async (signal) => {
      try {
        await deps.budget.take(signal);
        const token = await deps.tokens.current(signal);
        const send = (bearer: string) => exchangeOnce(url, request, named, bearer, signal, deps);
        const answer = await send(token);
        // Refused before anything left for the provider, so it may be sent again.
        const refused = answer.status === 401 && readRefusal(answer.text)?.code === 'UNAUTHORIZED';
        return await judge(
          refused ? await send(await deps.tokens.renew(token, signal)) : answer,
          named,
          deps,
        );
      } catch (error) {
        throw signal.aborted && !(error instanceof AppError) ? fromAbort(signal.reason, named) : error;
      }
    });
  };
}

/** @throws AppError invalid for a path that would leave the proxy: it would reach Scalekit's API with Keydesk's rights */
export function proxyUrl(base: string, { path, query }: Pick<ProxyRequest, 'path' | 'query'>): string {
  const root = `${base}/proxy/`;
  const url = URL.canParse(root + path.replace(/^\/+/, '')) ? new URL(root + path.replace(/^\/+/, '')) : null;
  if (!url?.href.startsWith(root) || url.search || url.hash) {
    const message = 'Give a path at the provider, without .. in it; what follows a ? goes into the query.';
    throw new AppError('invalid', message, { fieldErrors: { path: message } });
  }
  for (const [name, value] of query) url.searchParams.append(name, value);
  return url.href;
}

async function exchangeOnce(
  url: string,
  { verb: method, headers, body, connector, identifier, maxBytes }: ProxyRequest,
  call: Call,
  token: string,
  signal: AbortSignal,
  { fetch, hooks }: SendDeps,
): Promise<TextAnswer> {
  const all = new Headers(headers);
  all.set('authorization', `Bearer ${token}`);
  all.set('connection_name', connector);
  all.set('identifier', identifier);
  all.set('user-agent', userAgent);
  all.set('x-request-id', call.requestId);
  const event = { ...call, attempt: 1 };
  const started = performance.now();
  signal.throwIfAborted();
  hooks.onRequest?.(event);
  try {
    const answer = await exchangeText(fetch, url, { method, headers: all, body, signal }, maxBytes);
    hooks.onResponse?.({ ...event, status: answer.status, ms: performance.now() - started });
    return answer;
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    hooks.onResponse?.({ ...event, failure: error.failure, ms: performance.now() - started });
    throw fromExchangeError(error, call);
  }
}

async function judge(answer: TextAnswer, call: Call, deps: SendDeps): Promise<ProxyAnswer> {
  const { status, headers, text } = answer;
  const refusal = status >= 400 ? readRefusal(text) : undefined;
  const requestId = requestIdOf({ status, headers, json: undefined }, call);
  if (!refusal) return { ...answer, requestId };
  if (refusal.kind === 'api') {
    if (status === 429) await deps.budget.reportLimit();
    throw fromErrorAnswer({ status, headers, json: refusal.json }, call, EmptySchema);
  }
  const said = quote(refusal.detail);
  const fail = (code: AppError['code'], text: string) =>
    new AppError(code, sentences(text, said), { requestId });
  switch (refusal.code) {
    case 'NOT_FOUND':
      throw fail('not_found', 'Scalekit found no such account, so nothing was sent to the provider.');
    case 'UNAUTHORIZED':
      throw new AccountError('conflict', sentences('The connected account must be authorized again.', said), {
        requestId,
      });
    case 'TOOL_PROXY_DISABLED':
      throw fail('conflict', 'The proxy is switched off for this provider.');
    default:
      if (status === 429) await deps.budget.reportLimit();
      throw fail(
        httpCodes[status] ?? 'unavailable',
        `Scalekit did not pass the request on (HTTP ${status}).`,
      );
  }
}
