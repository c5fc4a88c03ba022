'use client';

import { useState } from 'react';
import { useLiveQuery } from '@/components/live/live-query';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Skeleton } from '@/components/ui/skeleton';
import { pollAtMostMs, pollEveryMs, type TestResult } from '@/lib/features/connection-tests/schema';
import { formatCountdown } from '@/lib/format';
import { TestOutcome } from './test-outcome';
import type { TestedConnection } from './tested-connection';

type Props = TestedConnection & { testId: string };

/** Asks for a test's result until it has one; closing the dialog stops it. */
export function TestProgress({ testId, ...connection }: Props) {
  const { environment, organizationId, connectionId } = connection;
  const [since, setSince] = useState(Date.now);
  const isOver = () => Date.now() - since >= pollAtMostMs;
  const test = useLiveQuery<TestResult>(
    'connections.test',
    environment,
    { organizationId, connectionId, testId },
    {
      staleTime: 0,
      pollAfter: (last) => (last?.status === 'pending' && !isOver() ? pollEveryMs : false),
    },
  );
  const again = () => {
    setSince(Date.now());
    void test.refetch();
  };
  const button = (
    <Button size="small" pending={test.isFetching} onClick={again}>
      Ask again
    </Button>
  );
  return (
    <div className="flex flex-col gap-3">
      {test.error ? (
        <ErrorPanel title="The result could not be read." error={test.error} action={button} />
      ) : !test.data ? (
        <Skeleton className="h-16" />
      ) : test.data.status !== 'pending' ? (
        <TestOutcome {...connection} result={test.data} />
      ) : isOver() ? (
        <Notice tone="warning" title="The sign-in has not ended in ten minutes">
          Perhaps nobody finished it. <span className="mt-2 block">{button}</span>
        </Notice>
      ) : (
        <Waiting elapsedMs={Math.max(0, test.dataUpdatedAt - since)} />
      )}
    </div>
  );
}

function Waiting({ elapsedMs }: { elapsedMs: number }) {
  return (
    <Notice tone="info" title="Waits for the sign-in to end">
      <p>
        Asked every {pollEveryMs / 1000} seconds, for {formatCountdown(pollAtMostMs - elapsedMs)} more.
        Closing this stops it.
      </p>
      <ProgressBar label="Time waited" value={elapsedMs} max={pollAtMostMs} className="mt-2" />
    </Notice>
  );
}
