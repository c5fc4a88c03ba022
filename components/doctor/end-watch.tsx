'use client';

import { useState } from 'react';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import { endWatch } from '@/lib/features/sign-in-watches/actions';

type Props = { environment: string; watchId: string; subject: string; isOpen: boolean };

/** Ends a watch that looks, or puts away one that has ended. */
export function EndWatch({ environment, watchId, subject, isOpen }: Props) {
  const { state, run } = useAction({ environment, action: endWatch });
  const [problem, setProblem] = useState<string | null>(null);
  const end = async () => {
    const result = await run({ watchId });
    setProblem(result && !result.ok ? result.error.message : null);
  };
  return (
    <>
      <Button
        size="small"
        pending={state === 'sending'}
        aria-label={`${isOpen ? 'End' : 'Put away'} the watch of ${subject}`}
        onClick={() => void end()}
      >
        {isOpen ? 'End' : 'Put away'}
      </Button>
      {problem ? (
        <span role="alert" className="ml-2 text-danger-text">
          {problem}
        </span>
      ) : null}
    </>
  );
}
