import 'server-only';
import { EmptySchema } from '@bufbuild/protobuf/wkt';
import { z } from 'zod';
import { env, findEnvironment, type ScalekitEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { type Call, newRequestId, userAgent } from './call';
import { withDeadline } from './deadline';
import { quote } from './error-body';
import { credentialsError, fromErrorAnswer, requestIdOf, sentences } from './errors';
import { type Answer, ExchangeError, exchange, globalFetch } from './exchange';
import { fromExchangeError, unreadableAnswer } from './no-answer';

/** What an application hands in for tokens. Fields are named as forms name them. */
export type Grant =
  | { kind: 'code'; code: string; redirectUri: string; codeVerifier: string }
  | { kind: 'refresh'; refreshToken: string };

/** Whose tokens: an application other than Keydesk's own client. An empty secret: one that proves itself by PKCE alone. */
export type GrantClient = { clientId: string; clientSecret: string };

/** The tokens of a sign-in. They go to the browser once and are kept nowhere. */
export type GrantedTokens = {
  accessToken: string;
  /** Missing after some refreshes, or without the scope openid. */
  idToken: string | null;
  /** Only with the scope offline_access. */
  refreshToken: string | null;
  expiresInSeconds: number;
  scope: string | null;
};

const text = z.string().min(1).nullable().catch(null).default(null);
const reply = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
  id_token: text,
  refresh_token: text,
  scope: text,
});
const refusal = z.object({
  error: z.string().regex(/^[a-z_]{1,40}$/),
  error_description: z.string().catch(''),
});

/**
 * Hands in a code or a refresh token, once: both are used up by it, so it counts as a write and is never repeated.
 * Nothing that was sent or received stands in an error. Source: POST /oauth/token.
 * @throws AppError invalid beside the field that was refused; unknown when no answer came
 */
export async function exchangeGrant(
  environmentName: string,
  grant: Grant,
  client: GrantClient,
): Promise<GrantedTokens> {
  const environment = findEnvironment(environmentName);
  if (!environment) throw new AppError('not_found', `There is no environment ${environmentName}.`);
  const requestId = newRequestId();
  const call: Call = {
    ...{ environment: environmentName, operation: 'oauth/token', verb: 'POST', reads: false, requestId },
  };
  const isOwn = client.clientId === '' || client.clientId === environment.clientId;
  const form = toForm(environment, grant, client, isOwn);
  const answer = await post(environment.url, form, call);
  const tokens = reply.safeParse(answer.json);
  if (answer.status === 200 && tokens.success) {
    const { access_token, id_token, refresh_token, expires_in, scope } = tokens.data;
    const all = { accessToken: access_token, idToken: id_token, refreshToken: refresh_token };
    return { ...all, expiresInSeconds: expires_in, scope };
  }
  if (answer.status < 400) throw unreadableAnswer(answer, call);
  throw refusedGrant(answer, call, grant, form, isOwn && client.clientSecret === '');
}

function toForm(own: ScalekitEnvironment, grant: Grant, client: GrantClient, isOwn: boolean) {
  const clientId = client.clientId || own.clientId;
  const secret = client.clientSecret || (isOwn ? own.clientSecret : '');
  const form: Record<string, string> =
    grant.kind === 'code'
      ? { grant_type: 'authorization_code', code: grant.code, redirect_uri: grant.redirectUri }
      : { grant_type: 'refresh_token', refresh_token: grant.refreshToken };
  if (grant.kind === 'code' && grant.codeVerifier) form.code_verifier = grant.codeVerifier;
  return { ...form, client_id: clientId, ...(secret && { client_secret: secret }) };
}

async function post(url: string, form: Record<string, string>, call: Call): Promise<Answer> {
  const headers = { accept: 'application/json', 'user-agent': userAgent, 'x-request-id': call.requestId };
  const body = new URLSearchParams(form);
  try {
    return await withDeadline(env().SCALEKIT_TIMEOUT_MS, undefined, (signal) =>
      exchange(globalFetch, `${url}/oauth/token`, { method: 'POST', headers, body, signal }),
    );
  } catch (error) {
    throw error instanceof ExchangeError ? fromExchangeError(error, call) : error;
  }
}

const grantWords = {
  code: {
    field: 'code',
    sentence:
      'Scalekit does not accept this code. A code works once and for about ten minutes, with the client, the redirect URI and the verifier of its own sign-in.',
  },
  refresh: {
    field: 'refreshToken',
    sentence:
      'Scalekit does not accept this refresh token. Each works once, for the client it was given to, while the session lives.',
  },
};

function refusedGrant(answer: Answer, call: Call, grant: Grant, form: object, ownSecret: boolean): AppError {
  const parsed = refusal.safeParse(answer.json);
  // An answer that does not speak OAuth: the gateway's, or the API's own words.
  if (![400, 401, 403].includes(answer.status) || !parsed.success)
    return fromErrorAnswer(answer, call, EmptySchema);
  const { error, error_description: description } = parsed.data;
  const requestId = requestIdOf(answer, call);
  const beside = (field: string, sentence: string) =>
    new AppError('invalid', sentence, { fieldErrors: { [field]: sentence }, requestId });
  const echoes = Object.values(form).some((value) => description.includes(value));
  const said = echoes ? '' : quote(description);
  if (error === 'invalid_grant') {
    const { field, sentence } = grantWords[grant.kind];
    return beside(field, sentences(sentence, said && `It says: ${said}`));
  }
  if (error === 'invalid_client' || error === 'unauthorized_client') {
    if (ownSecret) return credentialsError(call.environment, error, requestId);
    return beside('clientSecret', 'Scalekit does not accept this client id with this secret.');
  }
  return new AppError('invalid', sentences(`Scalekit did not accept this (${error}).`, said), { requestId });
}
