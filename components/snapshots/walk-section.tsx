'use client';

import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import type { Result } from '@/lib/errors';
import { walkNow } from '@/lib/features/snapshots/actions';
import type { WalkState } from '@/lib/features/snapshots/schema';
import { formatCount, formatQuantity } from '@/lib/format';

/** How far the walk over all customers is, how old the oldest look, and a way to begin another. */
export function WalkSection({ environment, walk }: { environment: string; walk: WalkState }) {
  const [failure, setFailure] = useState<Extract<Result<object>, { ok: false }> | null>(null);
  const { state, run, reopen } = useAction({ environment, action: walkNow });
  const isWalking = walk.startedAt !== null && walk.finishedAt === null;
  const start = async () => {
    const answer = await run({});
    setFailure(answer && !answer.ok ? answer : null);
    if (answer?.ok) reopen();
  };
  const again = () => {
    setFailure(null);
    reopen();
  };
  return (
    <Section
      title="Configuration snapshots"
      description={`Keydesk reads what is set up for every customer of this environment, so that changes made elsewhere and expiry dates are known: ${everyWords(walk.everyHours)}, from the jobs’ half of the API budget.`}
    >
      <div className="flex flex-col items-start gap-3">
        <Facts
          facts={[
            { term: 'Walk', value: <Progress walk={walk} isWalking={isWalking} /> },
            {
              term: 'Oldest look',
              value: <RelativeTime time={walk.oldest} missing="nothing was read yet" />,
            },
            {
              term: 'To be read again',
              value:
                walk.waiting === 0
                  ? 'nothing'
                  : `${formatQuantity(walk.waiting, 'part')} after our own writes`,
            },
            ...(walk.notice ? [{ term: 'Waits', value: walk.notice }] : []),
          ]}
        />
        <Button
          pending={state === 'sending'}
          unavailable={state === 'unknown' || walk.isAsked}
          onClick={start}
        >
          Walk now
        </Button>
        {walk.isAsked ? (
          <p className="text-table text-quiet">
            {isWalking ? 'Another walk follows this one.' : 'A worker begins within a minute.'}
          </p>
        ) : null}
        {failure ? <FailureNotice error={failure.error} onChecked={again} /> : null}
      </div>
    </Section>
  );
}

function Progress({ walk, isWalking }: { walk: WalkState; isWalking: boolean }) {
  if (walk.startedAt === null) return 'never made';
  const counted = `${formatCount(walk.done)} of ${formatQuantity(walk.total, 'customer')}`;
  const skipped =
    walk.skipped > 0 ? (
      <span className="block">{formatQuantity(walk.skipped, 'part')} could not be read</span>
    ) : null;
  if (!isWalking) {
    return (
      <>
        {counted}, ended <RelativeTime time={walk.finishedAt} />
        {skipped}
      </>
    );
  }
  return (
    <>
      {counted}, began <RelativeTime time={walk.startedAt} />
      <ProgressBar
        label="Walk over all customers"
        value={walk.done}
        max={walk.total}
        className="mt-1 max-w-80"
      />
      {skipped}
    </>
  );
}

function everyWords(hours: number): string {
  if (hours === 0) return 'when asked to';
  return hours === 24 ? 'once a day' : `every ${formatQuantity(hours, 'hour')}`;
}
