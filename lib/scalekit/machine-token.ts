import 'server-only';
import { z } from 'zod';
import { env, findEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { globalFetch } from './exchange';
import { askForToken, mintCall } from './token';

export type MachineToken = { accessToken: string; expiresInSeconds: number };

const reply = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const refusal = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) }).catch({ error: 'no reason given' });

/**
 * Asks for a token by client credentials that are not Keydesk's own. Neither secret nor token stands in an error.
 * Source: POST /oauth/token.
 * @throws AppError invalid when the credentials are refused, beside the field `secret`
 */
export async function fetchMachineToken(
  environmentName: string,
  credentials: { clientId: string; clientSecret: string },
): Promise<MachineToken> {
  const environment = findEnvironment(environmentName);
  if (!environment) throw new AppError('not_found', `There is no environment ${environmentName}.`);
  const call = mintCall(environmentName);
  const { requestId } = call;
  const deps = { fetch: globalFetch, timeoutMs: env().SCALEKIT_TIMEOUT_MS, now: Date.now };
  const answer = await askForToken({ url: environment.url, ...credentials }, call, deps);
  const token = reply.safeParse(answer.json);
  if (answer.status === 200 && token.success)
    return { accessToken: token.data.access_token, expiresInSeconds: token.data.expires_in };
  if (answer.status === 400 || answer.status === 401) {
    const { error } = refusal.parse(answer.json);
    const sentence = `Scalekit refused this secret (${error}). It was removed, has expired, or belongs to another client.`;
    throw new AppError('invalid', sentence, { fieldErrors: { secret: sentence }, requestId });
  }
  if (answer.status === 429)
    throw new AppError('rate_limited', 'Scalekit asks for a pause. Try again in a minute.', { requestId });
  throw new AppError('unavailable', `Scalekit gave no token (HTTP ${answer.status}).`, { requestId });
}
