import type { ErrorView, Result } from '@/lib/errors';

const unreachable: ErrorView = {
  code: 'unavailable',
  message: 'Keydesk did not answer. Check your connection and try again.',
  unknown: false,
  stepUp: false,
};

/**
 * Runs a server query from the browser, by GET: ids and plain words only, because URLs are logged.
 * @returns the query's Result; a network failure is `unavailable`
 */
export async function fetchQuery<Row>(
  name: string,
  environment: string,
  input: Record<string, string>,
  signal?: AbortSignal,
): Promise<Result<Row>> {
  const search = new URLSearchParams({ environment, input: JSON.stringify(input) });
  try {
    const response = await fetch(`/api/query/${name}?${search}`, {
      signal,
      headers: { accept: 'application/json' },
    });
    return await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, error: unreachable };
  }
}
