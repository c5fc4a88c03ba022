import 'server-only';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { env, findEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { type Call, newRequestId, userAgent } from './call';
import { withDeadline } from './deadline';
import { ExchangeError, exchange, globalFetch } from './exchange';
import { fromExchangeError } from './no-answer';

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

/**
 * The public keys that an environment signs its tokens with. Source: GET /keys, which needs no credentials.
 * @throws AppError not_found for an unknown environment, unavailable without a readable answer
 */
export async function readSigningKeys(environmentName: string): Promise<JSONWebKeySet> {
  const environment = findEnvironment(environmentName);
  if (!environment) throw new AppError('not_found', `There is no environment ${environmentName}.`);
  const requestId = newRequestId();
  const call: Call = { environment: environmentName, operation: 'keys', verb: 'GET', reads: true, requestId };
  const headers = { accept: 'application/json', 'user-agent': userAgent, 'x-request-id': requestId };
  const answer = await withDeadline(env().SCALEKIT_TIMEOUT_MS, undefined, (signal) =>
    exchange(globalFetch, `${environment.url}/keys`, { headers, signal }),
  ).catch((error) => {
    throw error instanceof ExchangeError ? fromExchangeError(error, call) : error;
  });
  const keys = keySet.safeParse(answer.json);
  if (answer.status === 200 && keys.success) return keys.data as JSONWebKeySet;
  throw new AppError('unavailable', `Scalekit gave no signing keys (HTTP ${answer.status}).`, { requestId });
}
