import 'server-only';
import { type Client, createClient } from '@connectrpc/connect';
import { env, findEnvironment, type ScalekitEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { createBudget, type Priority } from './budget';
import { globalFetch } from './exchange';
import { logCalls } from './hooks';
import { joinReads } from './join-reads';
import { createProxy, type ScalekitProxy } from './proxy';
import { createDescribedClients, type DescribedClients } from './rest/described-client';
import { createRestTransport, type Send } from './rest/transport';
import { createSend, type SendDeps } from './send';
import { type ServiceName, services } from './services';
import { createTokenSource, type TokenSource } from './token';

/** One typed client per Scalekit service, those without descriptors too. Every failure is an AppError. */
export type ScalekitClient = DescribedClients & {
  /** A request of a provider's own API, through Scalekit's proxy. */
  readonly proxy: ScalekitProxy;
  /** A request that is already in the form of the wire: the API explorer's, over the same budget, token and errors. */
  readonly send: Send;
} & {
  readonly [Name in ServiceName]: Client<(typeof services)[Name]>;
};

/**
 * The client of an environment given in full. Makes no network call.
 * A call goes: join identical reads, deadline, retry reads, then budget, token, fetch, classify.
 */
export function createScalekitClient(environment: ScalekitEnvironment, deps: SendDeps): ScalekitClient {
  const send = joinReads(createSend(environment, deps));
  const transport = createRestTransport(send);
  const clients = Object.entries(services).map(([name, service]) => [name, createClient(service, transport)]);
  return {
    ...Object.fromEntries(clients),
    ...createDescribedClients(send),
    proxy: createProxy(environment, deps),
    send,
  };
}

const clients = new Map<string, ScalekitClient>();
const tokenSources = new Map<string, TokenSource>();

/**
 * The client of a configured environment; the same one every time. `job` leaves half of the API budget to people, `walk` a little more.
 * @throws AppError not_found for an environment that this console does not serve
 */
export function scalekitClient(name: string, { priority = 'person' as Priority } = {}): ScalekitClient {
  const environment = findEnvironment(name);
  if (!environment) throw new AppError('not_found', `This console serves no environment named ${name}.`);
  const key = `${priority} ${name}`;
  const known = clients.get(key);
  if (known) return known;
  const client = createScalekitClient(environment, {
    fetch: globalFetch,
    budget: createBudget(name, priority),
    tokens: tokensOf(environment),
    hooks: logCalls,
    timeoutMs: env().SCALEKIT_TIMEOUT_MS,
  });
  clients.set(key, client);
  return client;
}

/** When the token that this process holds for an environment ends; null while it holds none. */
export function tokenEndsAt(name: string): Date | null {
  return tokenSources.get(name)?.endsAt() ?? null;
}

// One token serves people and jobs.
function tokensOf(environment: ScalekitEnvironment): TokenSource {
  const known = tokenSources.get(environment.name);
  if (known) return known;
  const { SCALEKIT_TIMEOUT_MS: timeoutMs } = env();
  const tokens = createTokenSource(environment, { fetch: globalFetch, timeoutMs, now: Date.now });
  tokenSources.set(environment.name, tokens);
  return tokens;
}
