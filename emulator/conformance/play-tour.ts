import type { JsonValue } from '@bufbuild/protobuf';
import { z } from 'zod';
import { lastSteps, ownSteps, readSteps } from '../tour/tour.data';
import { type Step, type Things, type Visit, walk } from '../tour/walk';

export type Target = { url: string; clientId: string; clientSecret: string };

const tokenSchema = z.object({ access_token: z.string() });

/**
 * Plays the tour at an environment: reads anywhere, writes only in an organization of its own, which is deleted at the
 * end, after a failure too.
 * @param word goes into every name that it makes
 * @throws Error in words when there is no token or no answer
 */
export async function playTour(
  target: Target,
  word: string,
  options: { readOnly: boolean },
): Promise<Visit[]> {
  const authorization = `Bearer ${await fetchToken(target)}`;
  const send = (verb: string, path: string, body?: JsonValue) => ask(target, authorization, verb, path, body);
  const things: Things = { word };
  const visits: Visit[] = [];
  const play = async (steps: Step[]) => {
    for await (const visit of walk({ steps, things, send })) visits.push(visit);
  };
  if (options.readOnly) {
    await play(readSteps);
    return visits;
  }
  try {
    await play([...ownSteps, ...readSteps]);
  } finally {
    await play(lastSteps);
  }
  return visits;
}

async function fetchToken({ url, clientId, clientSecret }: Target): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const answer = await fetch(new URL('/oauth/token', url), {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  const token = tokenSchema.safeParse(await answer.json().catch(() => null));
  if (!answer.ok || !token.success)
    throw new Error(`${url} gave no token (HTTP ${answer.status}): check the client id and secret.`);
  return token.data.access_token;
}

async function ask(target: Target, authorization: string, verb: string, path: string, body?: JsonValue) {
  const answer = await fetch(new URL(`/api/v1${path}`, target.url), {
    method: verb,
    headers: { authorization, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await answer.text();
  return { status: answer.status, json: parseJson(text) };
}

/** A body that is no JSON counts as text: that is a finding, not a failure. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? null : { 'not JSON': text.slice(0, 80) };
  }
}
