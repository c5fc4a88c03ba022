'use client';

import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import type { ErrorView } from '@/lib/errors';
import { stopBackfill } from '@/lib/features/activity-cache/actions';
import type { BackfillView, StreamView } from '@/lib/features/activity-cache/schema';
import { formatCount, formatQuantity } from '@/lib/format';
import { BackfillForm } from './backfill-form';
import { SyncStatus } from './sync-table';
import { streamWords } from './words';

type Props = { environment: string; streams: StreamView[]; onChanged: () => void };

/** History from before Keydesk was there: what was read of it, and a way to read more. */
export function BackfillSection({ environment, streams, onChanged }: Props) {
  const parts = streams.flatMap(({ stream, backfill }) => (backfill ? [{ stream, backfill }] : []));
  const isUnderway = parts.some(({ backfill }) => backfill.progress !== null);
  const most = Math.max(...streams.filter(({ stream }) => stream !== 'change').map((one) => one.keptDays));
  const [first] = parts;
  return (
    <Section
      title="History"
      description="Events and sign-ins from before Keydesk was there, newest first. It goes on after a restart."
    >
      <div className="flex max-w-180 flex-col gap-4">
        {first ? (
          <>
            <p role="status">
              {formatQuantity(first.backfill.days, 'day')}, asked for by {first.backfill.startedByEmail}{' '}
              <RelativeTime time={first.backfill.startedAt} />.
            </p>
            {parts.map((part) => (
              <Progress key={part.stream} {...part} />
            ))}
          </>
        ) : null}
        {isUnderway ? (
          <Stop environment={environment} onChanged={onChanged} />
        ) : (
          <BackfillForm environment={environment} most={most} onStarted={onChanged} />
        )}
      </div>
    </Section>
  );
}

function Progress({ stream, backfill }: { stream: StreamView['stream']; backfill: BackfillView }) {
  const { state, progress, rowsRead, rowsNew } = backfill;
  const share = progress ?? (state === 'done' ? 1 : 0);
  return (
    <div>
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="font-medium">{streamWords[stream]}</span>
        <span>
          {Math.floor(share * 100)} %, {formatCount(rowsRead)} read, {formatCount(rowsNew)} new
        </span>
      </p>
      <ProgressBar
        label={`${streamWords[stream]} read`}
        value={share * 100}
        max={100}
        tone={state === 'failed' ? 'danger' : 'accent'}
        className="my-2"
      />
      <SyncStatus sync={backfill} />
    </div>
  );
}

function Stop({ environment, onChanged }: Pick<Props, 'environment' | 'onChanged'>) {
  const [failure, setFailure] = useState<ErrorView | null>(null);
  const { state, run, reopen } = useAction({ environment, action: stopBackfill });
  const stop = async () => {
    const answer = await run({});
    setFailure(answer && !answer.ok ? answer.error : null);
    onChanged();
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <Button pending={state === 'sending'} unavailable={state === 'unknown'} onClick={stop}>
        Stop reading history
      </Button>
      {failure ? (
        <FailureNotice
          error={failure}
          onChecked={() => {
            setFailure(null);
            reopen();
          }}
        />
      ) : null}
    </div>
  );
}
