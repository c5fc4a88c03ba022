'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ErrorView, Result } from '@/lib/errors';

const unreachable: ErrorView = {
  code: 'unavailable',
  message: 'Keydesk did not answer. Check your connection and try again.',
  unknown: false,
  stepUp: false,
};

/** A server query about something pasted, by POST: addresses are logged and short, bodies are neither. */
export function usePastedQuery<Row>(
  name: string,
  environment: string,
  input: Record<string, string>,
  enabled: boolean,
): UseQueryResult<Row, ErrorView> {
  return useQuery<Row, ErrorView>({
    queryKey: [name, environment, input],
    enabled,
    queryFn: async ({ signal }) => {
      const result = await postQuery<Row>(name, { environment, input }, signal);
      if (!result.ok) throw result.error;
      return result.data;
    },
  });
}

/**
 * Runs a server query once, by POST. Its answer is kept nowhere.
 * @returns the query's Result; a network failure is `unavailable`
 */
export async function postQuery<Row>(
  name: string,
  body: { environment: string; input: Record<string, string> },
  signal?: AbortSignal,
): Promise<Result<Row>> {
  try {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(body), signal };
    return await (await fetch(`/api/query/${name}`, request)).json();
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, error: unreachable };
  }
}
