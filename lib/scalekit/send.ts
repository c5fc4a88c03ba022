import 'server-only';
import type { ScalekitEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { Budget } from './budget';
import { type Call, isRead, newRequestId, operationName, userAgent } from './call';
import { noteClock } from './clock';
import { withDeadline } from './deadline';
import { fromErrorAnswer, isRateLimit, isTokenRefusal, requestIdOf } from './errors';
import { type Answer, ExchangeError, exchange, type Fetch } from './exchange';
import type { CallHooks } from './hooks';
import { assertNotRefused, fromAbort, fromExchangeError, unreadableAnswer } from './no-answer';
import type { RestRequest } from './rest/binding';
import type { RestResponse, Send, SendMethod } from './rest/transport';
import { retryRead } from './retry-read';
import type { TokenSource } from './token';

export type SendDeps = {
  fetch: Fetch;
  budget: Budget;
  tokens: TokenSource;
  hooks: CallHooks;
  /** Milliseconds for a whole call: waiting for the budget, minting a token, every try. */
  timeoutMs: number;
};

type Attempt = {
  environment: ScalekitEnvironment;
  request: RestRequest;
  method: SendMethod;
  call: Call;
  number: number;
  signal: AbortSignal;
};

/** The network half of the client. Reads are retried, writes never; every failure is an AppError. */
export function createSend(environment: ScalekitEnvironment, deps: SendDeps): Send {
  return (request, { method, signal: caller, timeoutMs = deps.timeoutMs }) => {
    const call: Call = {
      environment: environment.name,
      operation: operationName(method),
      verb: request.verb,
      reads: isRead(method, request.verb),
      requestId: newRequestId(),
    };
    return withDeadline(timeoutMs, caller, async (signal) => {
      const attempt = (number: number) =>
        sendOnce({ environment, request, method, call, number, signal }, deps);
      try {
        return await (call.reads ? retryRead(attempt, signal) : attempt(1));
      } catch (error) {
        throw signal.aborted && !(error instanceof AppError) ? fromAbort(signal.reason, call) : error;
      }
    });
  };
}

/** One try, as a straight line: budget, token, fetch, classify. */
async function sendOnce(attempt: Attempt, deps: SendDeps): Promise<RestResponse> {
  const { signal, call } = attempt;
  await deps.budget.take(signal);
  const token = await deps.tokens.current(signal);
  let answer = await exchangeOnce(attempt, deps, token);
  // It was refused before anything happened, so even a write may be repeated.
  if (isTokenRefusal(answer, call)) {
    answer = await exchangeOnce(attempt, deps, await deps.tokens.renew(token, signal));
  }
  if (isRateLimit(answer)) await deps.budget.reportLimit();
  return classify(answer, attempt);
}

async function exchangeOnce(attempt: Attempt, { fetch, hooks }: SendDeps, token: string): Promise<Answer> {
  const { environment, request, call, signal } = attempt;
  const { verb: method, path, query, body } = request;
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    'user-agent': userAgent,
    'x-request-id': call.requestId,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const event = { ...call, attempt: attempt.number };
  const started = performance.now();
  signal.throwIfAborted(); // from here on, giving up leaves a write's outcome unknown
  hooks.onRequest?.(event);
  try {
    const url = `${environment.url}${path}${query.size > 0 ? `?${query}` : ''}`;
    const answer = await exchange(fetch, url, { method, headers, body: JSON.stringify(body), signal });
    const ms = performance.now() - started;
    noteClock(call.environment, answer.headers, ms);
    hooks.onResponse?.({ ...event, status: answer.status, ms });
    return answer;
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    hooks.onResponse?.({ ...event, failure: error.failure, ms: performance.now() - started });
    throw fromExchangeError(error, call);
  }
}

function classify(answer: Answer, { call, method }: Attempt): RestResponse {
  const { status, headers, json } = answer;
  // A redirect or a web page: whatever answered is not Scalekit's API.
  if (status >= 300 && status < 400) throw unreadableAnswer(answer, call);
  if (json === undefined && (status < 300 || status === 404)) throw unreadableAnswer(answer, call);
  if (status >= 400 || json === undefined) throw fromErrorAnswer(answer, call, method.input);
  assertNotRefused(json, answer, call);
  return {
    json,
    headers,
    status,
    requestId: requestIdOf(answer, call),
    unreadable: (cause) => unreadableAnswer(answer, call, cause),
  };
}
