'use client';

import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import type { ErrorView } from '@/lib/errors';
import { probeOperations } from '@/lib/features/environments/actions';

/** Tries the preview operations now. They are reads: trying again does no harm. */
export function ProbeButton({ environment, name }: { environment: string; name: string }) {
  const [failure, setFailure] = useState<ErrorView | null>(null);
  const { state, run, reopen } = useAction({ environment, action: probeOperations });
  const probe = async () => {
    setFailure(null);
    const answer = await run({ name });
    if (answer && !answer.ok) {
      setFailure(answer.error);
      reopen();
    }
  };
  return (
    <div className="flex flex-col items-end gap-2">
      <Button
        size="small"
        pending={state === 'sending'}
        aria-label={`Try the preview operations of ${name}`}
        onClick={probe}
      >
        Try now
      </Button>
      {failure ? <FailureNotice error={failure} /> : null}
    </div>
  );
}
