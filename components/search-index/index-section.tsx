'use client';

import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { IndexAge } from '@/components/palette/index-age';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import type { ErrorView } from '@/lib/errors';
import { walkNow } from '@/lib/features/palette/actions';
import type { Freshness } from '@/lib/features/palette/schema';
import { type FindKind, kindWords } from '@/lib/find-kinds';
import { formatCount } from '@/lib/format';

type Props = { environment: string; freshness: Freshness };

/** How old the search index of this environment is, how far a walk is, and a button that begins one. */
export function IndexSection(props: Props) {
  return (
    <Section
      title="Search index"
      description={`What the palette searches of ${props.environment}. Our own writes and Scalekit’s events enter at once; a walk through all customers finds the rest and what is gone.`}
    >
      <LiveQueries>
        <Body {...props} />
      </LiveQueries>
    </Section>
  );
}

function Body({ environment, freshness: initialData }: Props) {
  const [error, setError] = useState<ErrorView | null>(null);
  const { state, run, reopen } = useAction({ environment, action: walkNow });
  const pollAfter = (last: Freshness | undefined) => (last?.startedAt ? 3_000 : false);
  const live = useLiveQuery<Freshness>('palette.index', environment, {}, { initialData, pollAfter });
  const freshness = live.data ?? initialData;
  const { calls, seconds, problem, skipped } = freshness;
  const begin = async () => {
    setError(null);
    const result = await run({});
    if (result && !result.ok) setError(result.error);
    await live.refetch();
  };
  return (
    <div className="flex max-w-120 flex-col items-start gap-3">
      <IndexAge freshness={freshness} />
      {calls === null ? null : (
        <p className="text-table">
          The last walk took {formatCount(calls)} calls and {formatCount(Math.ceil((seconds ?? 0) / 60))}{' '}
          minutes.
        </p>
      )}
      {problem ? (
        <Notice tone="warning" title="The walk waits">
          {problem}
        </Notice>
      ) : null}
      {skipped.length > 0 ? (
        <Notice tone="info" title="This environment did not list everything">
          Left as they were: {skipped.map((kind) => kindWords[kind as FindKind] ?? kind).join(', ')}.
        </Notice>
      ) : null}
      <Button
        pending={state === 'sending'}
        unavailable={state === 'unknown' || freshness.startedAt !== null}
        onClick={begin}
      >
        Walk now
      </Button>
      {error ? <FailureNotice error={error} onChecked={reopen} /> : null}
    </div>
  );
}
