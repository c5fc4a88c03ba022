'use client';

import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { type FormAction, useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import { DialogLink } from '@/components/ui/dialog-link';
import type { ErrorView } from '@/lib/errors';
import { lookUpUnknown, pauseJob, resumeJob, retryFailed } from '@/lib/features/jobs/actions';
import type { JobRow } from '@/lib/features/jobs/schema';
import { formatQuantity } from '@/lib/format';
import { CancelJobDialog } from './dialogs';

export type JobRights = { control: boolean };
type Props = { environment: string; job: JobRow; rights: JobRights; onChanged: () => void };

/** What can be done with a job as it stands. */
export function JobControls({ environment, job, rights, onChanged }: Props) {
  const [failure, setFailure] = useState<ErrorView | null>(null);
  if (!rights.control) return null;
  const { state, counts } = job;
  const act = { environment, jobId: job.id, onChanged, onFailure: setFailure };
  const hasEnded = state === 'done' || state === 'cancelled';
  return (
    <div className="mt-4 flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {state === 'running' ? <ActButton {...act} key="pause" action={pauseJob} label="Pause" /> : null}
        {state === 'paused' ? (
          <ActButton {...act} key="resume" action={resumeJob} label="Resume" primary />
        ) : null}
        {hasEnded ? null : (
          <DialogLink dialog="cancel-job" variant="secondary">
            Cancel job
          </DialogLink>
        )}
        {counts.unknown > 0 ? (
          <ActButton
            {...act}
            action={lookUpUnknown}
            label={`Look up ${formatQuantity(counts.unknown, 'unknown item')}`}
          />
        ) : null}
        {state !== 'running' && state !== 'cancelled' && counts.failed > 0 ? (
          <ActButton
            {...act}
            action={retryFailed}
            label={`Try ${formatQuantity(counts.failed, 'failed item')} again`}
          />
        ) : null}
      </div>
      {failure ? <FailureNotice error={failure} /> : null}
      <CancelJobDialog
        environment={environment}
        jobId={job.id}
        waiting={counts.waiting}
        onChanged={onChanged}
      />
    </div>
  );
}

type ActProps = {
  environment: string;
  jobId: string;
  action: FormAction<{ jobId: string }, unknown>;
  label: string;
  primary?: boolean;
  onChanged: () => void;
  onFailure: (error: ErrorView | null) => void;
};

function ActButton({ environment, jobId, action, label, primary, onChanged, onFailure }: ActProps) {
  const { state, run, reopen } = useAction({ environment, action });
  const click = async () => {
    const result = await run({ jobId });
    if (!result) return;
    onFailure(result.ok ? null : result.error);
    // The page itself shows what became of it.
    reopen();
    onChanged();
  };
  return (
    <Button
      variant={primary ? 'primary' : 'secondary'}
      pending={state === 'sending'}
      onClick={() => void click()}
    >
      {label}
    </Button>
  );
}
