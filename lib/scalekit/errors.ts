import 'server-only';
import { AppError, type ErrorCode } from '@/lib/errors';
import type { Call } from './call';
import { type ErrorBody, quote, readErrorBody } from './error-body';
import type { Answer } from './exchange';
import { placeViolations } from './field-errors';
import type { SendMethod } from './rest/transport';

/** An error that the same read may get past a moment later. */
export class TransientError extends AppError {}

/** Nothing ran: the person has to connect their account again. */
export class AccountError extends AppError {}

/** The error of the service behind a tool: Scalekit did its part, and says under which id it ran. */
export class ToolError extends AppError {
  readonly executionId?: string;
  /** The provider's own code, such as `not_found`. */
  readonly toolCode?: string;

  constructor(code: ErrorCode, message: string, { requestId, toolErrorInfo }: ToolErrorParts) {
    super(code, message, { requestId });
    this.executionId = toolErrorInfo?.execution_id || undefined;
    this.toolCode =
      quote(toolErrorInfo?.tool_error_code ?? '')
        .replace(/\.$/, '')
        .toLowerCase() || undefined;
  }
}

type ToolErrorParts = { requestId: string } & Pick<ErrorBody, 'toolErrorInfo'>;

// gRPC codes, which say more than the HTTP status they arrive under.
const grpcCodes: Record<number, ErrorCode> = {
  3: 'invalid',
  5: 'not_found',
  6: 'conflict',
  7: 'forbidden',
  8: 'rate_limited',
  9: 'conflict', // FAILED_PRECONDITION: the request is fine, the state of the thing is not
  10: 'conflict',
  11: 'invalid',
  16: 'unauthenticated',
};
/** What an HTTP status means where the body does not say more. */
export const httpCodes: Record<number, ErrorCode> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  412: 'conflict',
  422: 'invalid',
  429: 'rate_limited',
};

/** THE mapper from an upstream answer that is an error to the error that Keydesk shows. */
export function fromErrorAnswer(answer: Answer, call: Call, input: SendMethod['input']): AppError {
  const body = readErrorBody(answer.json);
  const requestId = requestIdOf(answer, call, body);
  const said = quote(body.message);
  const code = classify(answer, body);
  const fail = (code: ErrorCode, ...parts: string[]) =>
    new AppError(code, sentences(...parts), { requestId });
  if (body.errorCode === toolError) {
    // `unauthenticated` means the person at the desk, `invalid` a form: this is neither.
    const told = code === 'unauthenticated' || code === 'invalid' ? 'unavailable' : (code ?? 'unavailable');
    const { toolErrorInfo } = body;
    const message = sentences('The tool reported an error.', said);
    return new ToolError(told, message, { requestId, toolErrorInfo });
  }
  switch (code) {
    case 'invalid':
      return invalid(body, input, requestId);
    case 'unauthenticated':
      return refusedCredentials(body, call, requestId);
    case 'forbidden':
      return fail('forbidden', `Scalekit refuses this in ${call.environment}.`, said, refusal);
    case 'not_found':
      return fail('not_found', 'Scalekit has no such record.', said);
    case 'conflict':
      return conflict(body, input, requestId);
    case 'rate_limited':
      return new TransientError(
        'rate_limited',
        `Scalekit's rate limit for ${call.environment} is reached. Try again in a minute.`,
        { requestId, retryAfterMs: retryAfterMs(answer.headers) },
      );
    case 'unavailable':
      return serverError(answer, call, said, requestId);
    default:
      return fail('internal', `Scalekit answered in an unexpected way (HTTP ${answer.status}).`, said);
  }
}

// Not Scalekit's own error, but that of the service behind a tool.
const toolError = 'TOOL_ERROR';

/** True when Scalekit itself asks for fewer requests. */
export function isRateLimit(answer: Answer): boolean {
  return answer.status === 429 && readErrorBody(answer.json).errorCode !== toolError;
}

const refusal =
  'The operation may be switched off for this environment, or its API client may lack the right.';

/** The error code, by the most telling sign: error_code, then gRPC code, then HTTP status. */
function classify({ status }: Answer, { code, errorCode = '' }: ErrorBody): ErrorCode | undefined {
  // Scalekit answers most duplicates with 400.
  if (/DUPLICATE|ALREADY_EXISTS/.test(errorCode)) return 'conflict';
  const byCode = code === undefined ? undefined : grpcCodes[code];
  return byCode ?? httpCodes[status] ?? (status >= 499 ? 'unavailable' : undefined);
}

function invalid(body: ErrorBody, input: SendMethod['input'], requestId: string): AppError {
  const { fields, rest } = placeViolations(body.violations, input);
  const names = Object.keys(fields).map((path) => path.replaceAll(/([A-Z])/g, ' $1').toLowerCase());
  if (names.length === 0) {
    const said = rest.length > 0 ? rest.join(' ') : quote(body.message);
    return new AppError('invalid', sentences('Scalekit did not accept this.', said), { requestId });
  }
  const message = sentences(`Scalekit did not accept ${names.join(', ')}.`, ...rest);
  // `root` is where forms keep what is said of the whole.
  const fieldErrors = rest.length > 0 ? { ...fields, root: rest.join(' ') } : fields;
  return new AppError('invalid', message, { fieldErrors, requestId });
}

function conflict(body: ErrorBody, input: SendMethod['input'], requestId: string): AppError {
  const { fields, rest } = placeViolations(body.violations, input);
  const said = quote(body.message) || rest.join(' ');
  const message = sentences('This conflicts with what is already at Scalekit.', said);
  return new AppError('conflict', message, { fieldErrors: fields, requestId });
}

// A tool's own account, not Keydesk's: the connected account has to sign in again.
const accountCodes = new Set(['REAUTHENTICATION_NEEDED', 'REFRESH_TOKEN_MISSING']);

// These answer 401 about the credential in their input, not about Keydesk's own.
const judgesItsInput = new Set([
  'ApiTokenService.ValidateToken',
  'PasswordlessService.VerifyPasswordlessEmail',
]);

/** True for a 401 that a fresh token may cure. */
export function isTokenRefusal(answer: Answer, call: Call): boolean {
  if (answer.status !== 401) return false;
  // A wrong one-time code sent twice would cost two of its five tries.
  if (judgesItsInput.has(call.operation)) return call.reads;
  const { errorCode = '' } = readErrorBody(answer.json);
  // The provider's 401: the tool has run, and a second try would run it again.
  return errorCode !== toolError && !accountCodes.has(errorCode);
}

function refusedCredentials(body: ErrorBody, call: Call, requestId: string): AppError {
  const said = quote(body.message);
  const fail = (code: ErrorCode, text: string) => new AppError(code, sentences(text, said), { requestId });
  if (accountCodes.has(body.errorCode ?? '')) {
    return new AccountError('conflict', sentences('The connected account must be authorized again.', said), {
      requestId,
    });
  }
  if (judgesItsInput.has(call.operation)) return fail('invalid', 'Scalekit does not accept this credential.');
  return credentialsError(call.environment, '', requestId);
}

/** Keydesk's own credentials are wrong: never `unauthenticated`, which means the person at the desk. */
export function credentialsError(environment: string, reason: string, requestId?: string): AppError {
  const why = reason ? ` (${reason})` : '';
  return new AppError(
    'unavailable',
    `Scalekit refused Keydesk's credentials for ${environment}${why}. Whoever runs Keydesk has to check this environment's client id and client secret.`,
    { requestId },
  );
}

function serverError(answer: Answer, call: Call, said: string, requestId: string): AppError {
  if (answer.status === 501) {
    const message = sentences(`Scalekit does not offer this in ${call.environment}.`, said);
    return new AppError('unavailable', message, { requestId });
  }
  // A gateway that gave up, or a call that Scalekit cut short: the write may still have happened.
  const unknown = !call.reads && [499, 502, 504].includes(answer.status);
  const outcome = unknown ? unknownOutcome : 'Try again in a moment.';
  const message = sentences(`Scalekit failed to answer (HTTP ${answer.status}).`, said, outcome);
  const extra = { requestId, unknown, retryAfterMs: retryAfterMs(answer.headers) };
  return answer.status === 503
    ? new TransientError('unavailable', message, extra)
    : new AppError('unavailable', message, extra);
}

/** What a person has to know when a write may or may not have happened. */
export const unknownOutcome =
  'It is unknown whether the change was made: look at its current state before sending it again.';

/** Joins the sentences that are there. */
export function sentences(...parts: string[]): string {
  return parts.filter(Boolean).join(' ');
}

/** What support quotes: Scalekit's trace id, else its request id, else ours. */
export function requestIdOf(answer: Answer, call: Call, body?: ErrorBody): string {
  return answer.headers.get('x-trace-id') ?? body?.requestId ?? call.requestId;
}

/** The `Retry-After` header, seconds or a date, in milliseconds. */
function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
