'use client';

import { QueryClient, QueryClientProvider, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ErrorView } from '@/lib/errors';
import { fetchQuery } from './fetch-query';

const newClient = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 60_000, staleTime: 10_000 } } });

// One for the browser's lifetime. Nothing is kept past its last reader for long, and nothing secret is ever read by it.
let ofBrowser: QueryClient | undefined;

/** On the server each page gets its own: a shared one would show a person what another one read. */
function clientHere(): QueryClient {
  if (typeof window === 'undefined') return newClient();
  ofBrowser ??= newClient();
  return ofBrowser;
}

/** Wraps only the part of a page that reads while one looks or types, so that no other page loads the library. */
export function LiveQueries({ children }: { children: ReactNode }) {
  const [client] = useState(clientHere);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

type Options<Row> = {
  enabled?: boolean;
  staleTime?: number;
  /** What the server's page has read already. */
  initialData?: Row;
  /** Milliseconds until it is asked again, by what the last answer was; false to stop. An error stops it too. */
  pollAfter?: (last: Row | undefined) => number | false;
};

/** A server query that runs from the browser; `error` is the ErrorView that the server sent. */
export function useLiveQuery<Row>(
  name: string,
  environment: string,
  input: Record<string, string>,
  { pollAfter, ...options }: Options<Row> = {},
): UseQueryResult<Row, ErrorView> {
  return useQuery<Row, ErrorView>({
    queryKey: [name, environment, input],
    queryFn: async ({ signal }) => {
      const result = await fetchQuery<Row>(name, environment, input, signal);
      if (!result.ok) throw result.error;
      return result.data;
    },
    refetchInterval: pollAfter && (({ state }) => (state.error ? false : pollAfter(state.data))),
    ...options,
  });
}
