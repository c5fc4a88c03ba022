export type ErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'invalid'
  | 'not_found'
  | 'conflict'
  /** The environment is frozen: nothing was tried, and nothing is wrong with the request. */
  | 'frozen'
  /** A second person has to approve it first; they have been asked. Nothing was tried. */
  | 'needs_approval'
  | 'rate_limited'
  | 'unavailable'
  | 'internal';

export type FieldErrors = Record<string, string>;

type Extra = {
  /** Sentences to show beside fields, keyed by the form's field path (`customClaims.0.key`). */
  fieldErrors?: FieldErrors;
  /** Scalekit's trace id where it sent one, else our own: what support quotes. */
  requestId?: string;
  /** True when a write may or may not have happened: a time-out or a connection lost after sending. */
  unknown?: boolean;
  /** True when a fresh sign-in at the issuer would let the same request pass. */
  stepUp?: boolean;
  /** Milliseconds until a retry makes sense, where the server said so. */
  retryAfterMs?: number;
  cause?: unknown;
};

/** The one error that crosses Keydesk's layers. `message` is a sentence a support engineer can read aloud. */
export class AppError extends Error {
  readonly fieldErrors?: FieldErrors;
  readonly requestId?: string;
  readonly unknown: boolean;
  readonly stepUp: boolean;
  readonly retryAfterMs?: number;

  constructor(
    readonly code: ErrorCode,
    message: string,
    extra: Extra = {},
  ) {
    super(message, { cause: extra.cause });
    this.name = 'AppError';
    this.fieldErrors = extra.fieldErrors;
    this.requestId = extra.requestId;
    this.unknown = extra.unknown ?? false;
    this.stepUp = extra.stepUp ?? false;
    this.retryAfterMs = extra.retryAfterMs;
  }
}

/** What an action sends to the browser of an error: words, never the cause. */
export type ErrorView = Pick<
  AppError,
  'code' | 'message' | 'fieldErrors' | 'requestId' | 'unknown' | 'stepUp' | 'retryAfterMs'
>;

/** Keeps the public part of an error. */
export function toErrorView(error: AppError): ErrorView {
  const { code, message, fieldErrors, requestId, unknown, stepUp, retryAfterMs } = error;
  return { code, message, fieldErrors, requestId, unknown, stepUp, retryAfterMs };
}

export type Result<T> = { ok: true; data: T } | { ok: false; error: ErrorView };
