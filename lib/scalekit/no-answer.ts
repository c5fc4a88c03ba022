import 'server-only';
import type { JsonValue } from '@bufbuild/protobuf';
import { AppError } from '@/lib/errors';
import type { Call } from './call';
import { isTimeout } from './deadline';
import { quote } from './error-body';
import { requestIdOf, sentences, TransientError, unknownOutcome } from './errors';
import type { Answer, ExchangeError } from './exchange';

/** The error for an exchange that brought no whole answer. A write that may have arrived is `unknown`. */
export function fromExchangeError(error: ExchangeError, call: Call): AppError {
  const unknown = error.sent && !call.reads;
  const outcome = unknown ? unknownOutcome : call.reads ? '' : 'Nothing was changed.';
  const extra = { requestId: call.requestId, unknown, cause: error };
  switch (error.failure) {
    case 'unreachable':
      return new TransientError(
        'unavailable',
        sentences(`Scalekit cannot be reached at ${error.host}.`, outcome),
        extra,
      );
    case 'lost':
      return new TransientError(
        'unavailable',
        sentences('The connection to Scalekit broke off before the whole answer was here.', outcome),
        extra,
      );
    case 'timeout':
      return new AppError('unavailable', sentences('Scalekit did not answer in time.', outcome), extra);
    case 'aborted':
      return new AppError('unavailable', sentences('The call to Scalekit was cancelled.', outcome), extra);
    case 'too_large':
      return new AppError(
        'unavailable',
        sentences('Scalekit answered with more than 10 MB.', outcome),
        extra,
      );
  }
}

/** The error for a call that ended before it left: the deadline or the caller came first. */
export function fromAbort(reason: unknown, call: Call): AppError {
  const message = isTimeout(reason)
    ? 'The call to Scalekit could not start in time. Nothing was changed.'
    : 'The call to Scalekit was cancelled before it started.';
  return new AppError('unavailable', message, { requestId: call.requestId, cause: reason });
}

/** The error for an answer that is not JSON or not of the declared shape. Under a 2xx, a write has been received. */
export function unreadableAnswer(answer: Answer, call: Call, cause?: unknown): AppError {
  const unknown = !call.reads && answer.status >= 200 && answer.status < 300;
  const message = `Scalekit answered in a form that Keydesk does not understand (HTTP ${answer.status}).`;
  return new AppError('unavailable', sentences(message, unknown ? unknownOutcome : ''), {
    requestId: requestIdOf(answer, call),
    unknown,
    cause,
  });
}

/**
 * Throws for a refusal that came under a 200: Scalekit's switches answer `error_message` instead of an error.
 * @throws AppError conflict
 */
export function assertNotRefused(json: JsonValue, answer: Answer, call: Call): void {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return;
  const refusal = json.error_message;
  if (typeof refusal !== 'string' || refusal === '') return;
  throw new AppError('conflict', sentences('Scalekit did not do this.', quote(refusal)), {
    requestId: requestIdOf(answer, call),
  });
}
