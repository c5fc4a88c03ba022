'use client';

import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { postQuery } from '@/components/live/pasted-query';
import type { ErrorView } from '@/lib/errors';
import type { Asked, PaletteInput } from '@/lib/features/palette/schema';
import type { Hit } from '@/lib/find-kinds';
import { isWholeValue, readPaste } from '@/lib/paste';

export type Answers = {
  hits: Hit[];
  /** Nothing more is to come for this text. */
  isSettled: boolean;
  /** Where Scalekit is being asked right now. */
  asking: string[];
  /** What Scalekit was asked for, once it has answered; null: it was not, and `reason` may say why. */
  asked: string | null;
  reason: string | null;
  failures: { environment: string; error: ErrorView }[];
};

type Parts = {
  environment: string;
  environments: string[];
  text: string;
  /** What the person says that the text is. */
  as: 'words' | undefined;
  mayAsk: boolean;
};

/**
 * What all environments know of a text. The index of the one at hand answers while one types, those of the others for a
 * whole value. `mayAsk`: what no index has is asked for at Scalekit. By POST, because a text may be a secret, and kept no
 * longer than it stands in the field.
 */
export function useAnswers({ environment, environments, text, as, mayAsk }: Parts): Answers {
  const value = text.trim();
  const isWhole = isWholeValue(readPaste(value, as));
  const ordered = [environment, ...environments.filter((name) => name !== environment)];
  const searched = isWhole || mayAsk ? ordered : [environment];
  const found = useQueries({
    queries: searched.map((name) =>
      optionsOf<Hit[]>('palette.find', name, { text: value, as }, value !== ''),
    ),
  });
  const known = found.flatMap(({ data }) => data ?? []);
  const isFound = value === '' || found.every(({ isFetching }) => !isFetching);
  const isEnough = isWhole ? known.some(({ isExact }) => isExact) : known.length > 0;
  const asks = mayAsk && value !== '' && isFound && !isEnough;
  const told = useQueries({
    queries: ordered.map((name) => optionsOf<Asked>('palette.ask', name, { text: value, as }, asks)),
  });
  const answered = asks ? told : [];
  const asking = ordered.filter((_name, index) => answered[index]?.isFetching);
  const failures = [...failuresOf(found, searched), ...failuresOf(answered, ordered)];
  const isSettled = isFound && asking.length === 0;
  const hits = unique([...answered.flatMap(({ data }) => data?.hits ?? []), ...known]);
  // While the next letter is looked up, the lines of the last one stay: nothing flickers as one types.
  const [last, setLast] = useState<Hit[]>([]);
  const settled = isSettled ? JSON.stringify(hits) : null;
  useEffect(() => {
    if (settled !== null) setLast(JSON.parse(settled));
  }, [settled]);
  return {
    hits: isSettled || hits.length > 0 || value === '' ? hits : last,
    isSettled,
    asking,
    asked: answered.find(({ data }) => data?.asked)?.data?.asked ?? null,
    reason: answered.find(({ data }) => data?.reason)?.data?.reason ?? null,
    failures,
  };
}

function failuresOf(queries: { error: Error | null }[], names: string[]): Answers['failures'] {
  return queries.flatMap(({ error }, index) =>
    // What a query throws is the ErrorView that the server sent.
    error ? [{ environment: names[index] ?? '', error: error as unknown as ErrorView }] : [],
  );
}

function optionsOf<Row>(name: string, environment: string, { text, as }: PaletteInput, enabled: boolean) {
  return {
    queryKey: [name, environment, text, as],
    enabled,
    gcTime: 0,
    staleTime: 10_000,
    retry: false,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Row> => {
      const result = await postQuery<Row>(name, { environment, input: { text, ...(as && { as }) } }, signal);
      if (!result.ok) throw result.error;
      return result.data;
    },
    throwOnError: false,
  } as const;
}

function unique(hits: Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [`${hit.environment} ${hit.kind} ${hit.id}`, hit])).values()];
}
