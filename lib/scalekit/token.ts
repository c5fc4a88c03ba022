import 'server-only';
import { EmptySchema } from '@bufbuild/protobuf/wkt';
import { z } from 'zod';
import type { ScalekitEnvironment } from '@/lib/env';
import type { AppError } from '@/lib/errors';
import { type Call, newRequestId, userAgent } from './call';
import { waitUnlessAborted, withDeadline } from './deadline';
import { credentialsError, fromErrorAnswer, requestIdOf } from './errors';
import { type Answer, ExchangeError, exchange, type Fetch, globalFetch } from './exchange';
import { fromExchangeError, unreadableAnswer } from './no-answer';

/** Keydesk's own access token for one environment. */
export type TokenSource = {
  /** A token that lives a while yet; minted when there is none. */
  current: (signal: AbortSignal) => Promise<string>;
  /** A token other than the one that was refused. */
  renew: (refused: string, signal: AbortSignal) => Promise<string>;
  /** When the token at hand ends; null while this process holds none. */
  endsAt: () => Date | null;
};

export type TokenDeps = { fetch: Fetch; timeoutMs: number; now: () => number };
type Minted = { value: string; refreshAt: number; endsAt: number };

const reply = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const oauthError = z
  .object({ error: z.string().regex(/^[a-z_]{1,40}$/) })
  .catch({ error: 'no reason given' });
/** How long before its end a token is no longer used. */
const leadSeconds = 300;

/**
 * Mints by client credentials, keeps the token until five minutes before its end, and mints once
 * however many callers wait. Neither token nor secret ever stands in an error.
 */
export function createTokenSource(environment: ScalekitEnvironment, deps: TokenDeps): TokenSource {
  let held: Minted | undefined;
  let minting: Promise<Minted> | undefined;

  async function mint(): Promise<Minted> {
    try {
      held = await mintToken(environment, deps);
      return held;
    } finally {
      minting = undefined;
    }
  }

  async function fresh(signal: AbortSignal): Promise<string> {
    minting ??= mint();
    return (await waitUnlessAborted(minting, signal)).value;
  }

  return {
    async current(signal) {
      return held && deps.now() < held.refreshAt ? held.value : fresh(signal);
    },
    async renew(refused, signal) {
      // Many are refused at the same time: the first of them has renewed it already.
      if (held && held.value !== refused) return held.value;
      held = undefined;
      return fresh(signal);
    },
    endsAt: () => (held && deps.now() < held.endsAt ? new Date(held.endsAt) : null),
  };
}

async function mintToken(environment: ScalekitEnvironment, deps: TokenDeps): Promise<Minted> {
  const call = mintCall(environment.name);
  const asked = deps.now();
  const answer = await askForToken(environment, call, deps);
  const token = reply.safeParse(answer.json);
  if (answer.status !== 200 || !token.success) throw refusedToken(answer, call);
  const { access_token, expires_in } = token.data;
  const keepSeconds = Math.max(expires_in - leadSeconds, expires_in / 2);
  return { value: access_token, refreshAt: asked + keepSeconds * 1000, endsAt: asked + expires_in * 1000 };
}

/** Sends client credentials to the token endpoint. @throws AppError when no answer comes */
export async function askForToken(
  { url, clientId, clientSecret }: Pick<ScalekitEnvironment, 'url' | 'clientId' | 'clientSecret'>,
  call: Call,
  { fetch, timeoutMs }: TokenDeps,
): Promise<Answer> {
  const credentials = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const body = new URLSearchParams(credentials);
  const headers = { accept: 'application/json', 'user-agent': userAgent, 'x-request-id': call.requestId };
  try {
    return await withDeadline(timeoutMs, undefined, (signal) =>
      exchange(fetch, `${url}/oauth/token`, { method: 'POST', headers, body, signal }),
    );
  } catch (error) {
    throw error instanceof ExchangeError ? fromExchangeError(error, call) : error;
  }
}

// A mint changes nothing that anybody keeps, so it counts as a read: its failure is never `unknown`.
export function mintCall(environment: string): Call {
  return { environment, operation: 'oauth/token', verb: 'POST', reads: true, requestId: newRequestId() };
}

function refusedToken(answer: Answer, call: Call): AppError {
  const { status } = answer;
  if (status < 400 || status === 404) return unreadableAnswer(answer, call);
  if (![400, 401, 403].includes(status)) return fromErrorAnswer(answer, call, EmptySchema);
  // Only the OAuth error word is quoted: a description might repeat what was sent.
  const { error } = oauthError.parse(answer.json);
  return credentialsError(call.environment, error, requestIdOf(answer, call));
}

/**
 * Asks Scalekit for a token once, as a test of an environment's settings.
 * @throws AppError that says in words what is wrong
 */
export async function checkCredentials(environment: ScalekitEnvironment, timeoutMs = 10_000): Promise<void> {
  await mintToken(environment, { fetch: globalFetch, timeoutMs, now: Date.now });
}
