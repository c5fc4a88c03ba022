import 'server-only';
import type { JsonValue } from '@bufbuild/protobuf';
import { isTimeout } from './deadline';

export type Fetch = typeof globalThis.fetch;

/** Looked up at each call: Next replaces the global after this module is loaded. */
export const globalFetch: Fetch = (...request) => globalThis.fetch(...request);

/** A whole HTTP answer. `json` is undefined when the body is not JSON; an empty body reads as `{}`. */
export type Answer = { status: number; headers: Headers; json: JsonValue | undefined };

export type ExchangeFailure = 'timeout' | 'aborted' | 'unreachable' | 'lost' | 'too_large';

/** No whole answer came back. */
export class ExchangeError extends Error {
  constructor(
    readonly failure: ExchangeFailure,
    readonly host: string,
    options: ErrorOptions,
  ) {
    super(`${failure}: ${host}`, options);
  }

  /** False when the request certainly never reached the server. */
  get sent(): boolean {
    return this.failure !== 'unreachable';
  }
}

const maxBytes = 10 * 1024 * 1024;

/**
 * Sends one HTTP request and reads the whole answer, at most 10 MB. Redirects are not followed: they would
 * carry the credentials elsewhere.
 * @throws ExchangeError when no whole answer came back
 */
export async function exchange(
  fetch: Fetch,
  url: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', cache: 'no-store' });
    const text = await readText(response);
    return { status: response.status, headers: response.headers, json: parseJson(text) };
  } catch (cause) {
    throw new ExchangeError(failureOf(cause, init.signal), new URL(url).host, { cause });
  }
}

/** An answer as text: what was read of it, and whether that is all. */
export type TextAnswer = { status: number; headers: Headers; text: string; truncated: boolean };

/**
 * Sends one HTTP request and reads at most `maxBytes` of the answer; the rest is not fetched. Redirects are not followed.
 * @throws ExchangeError when no answer came back
 */
export async function exchangeText(
  fetch: Fetch,
  url: string,
  init: RequestInit & { signal: AbortSignal },
  maxBytes: number,
): Promise<TextAnswer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', cache: 'no-store' });
    const { status, headers } = response;
    return { status, headers, ...(await readStart(response, maxBytes)) };
  } catch (cause) {
    throw new ExchangeError(failureOf(cause, init.signal), new URL(url).host, { cause });
  }
}

async function readStart(response: Response, maxBytes: number) {
  const decoder = new TextDecoder();
  let text = '';
  let left = maxBytes;
  // Leaving the loop early cancels the rest.
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    if (chunk.byteLength > left) return { text, truncated: true };
    left -= chunk.byteLength;
  }
  return { text: text + decoder.decode(), truncated: false };
}

class TooLarge extends Error {}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new TooLarge(`The answer is larger than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): JsonValue | undefined {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// Errors that happen before the first byte of the request has left; certificate errors are matched by name.
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function failureOf(error: unknown, signal: AbortSignal): ExchangeFailure {
  if (signal.aborted) return isTimeout(signal.reason) ? 'timeout' : 'aborted';
  if (error instanceof TooLarge) return 'too_large';
  const code = codeOf(error);
  return neverSent.has(code) || /CERT|TLS|SSL/.test(code) ? 'unreachable' : 'lost';
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
