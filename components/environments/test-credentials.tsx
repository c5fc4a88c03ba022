'use client';

import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Result } from '@/lib/errors';
import { testCredentials } from '@/lib/features/environments/actions';
import type { CredentialTest } from '@/lib/features/environments/schema';

type Props = { environment: string; name: string };

/** Do the settings of an environment work? Asked on demand: each test costs a token and a read. */
export function TestCredentials({ environment, name }: Props) {
  const [result, setResult] = useState<Result<CredentialTest> | null>(null);
  const { state, run, reopen } = useAction({ environment, action: testCredentials });
  const test = async () => {
    const answer = await run({ name });
    if (answer) setResult(answer);
  };
  return (
    <div className="mt-5 flex flex-col items-start gap-3">
      <Button
        pending={state === 'sending'}
        unavailable={state === 'unknown'}
        aria-label={`Test the credentials of ${name}`}
        onClick={test}
      >
        Test credentials
      </Button>
      {result && !result.ok ? (
        <FailureNotice
          error={result.error}
          onChecked={() => {
            setResult(null);
            reopen();
          }}
        />
      ) : null}
      {result?.ok ? <Verdict test={result.data} /> : null}
    </div>
  );
}

const failures = {
  token: 'Scalekit gave no token',
  read: 'A token was given, but a read was refused',
  done: '',
};

function Verdict({ test: { works, step, sentence, requestId } }: { test: CredentialTest }) {
  if (works) {
    return (
      <Notice live tone="success" title="The credentials work">
        A token was given, and the organizations could be read with it.
      </Notice>
    );
  }
  return (
    <Notice live tone="danger" title={failures[step]} requestId={requestId ?? undefined}>
      {sentence}
    </Notice>
  );
}
